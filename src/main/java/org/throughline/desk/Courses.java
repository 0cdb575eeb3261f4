package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.coding.Rater;
import org.throughline.indicator.Decision;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.SessionKind;
import org.throughline.indicator.Setting;
import org.throughline.record.CheckInRecord;
import org.throughline.record.EntryContent;
import org.throughline.record.MissedSession;
import org.throughline.record.SessionRecord;
import org.throughline.record.StoredCoding;
import org.throughline.trajectory.History;
import org.throughline.trajectory.Trajectory;

/** From a client's kept entries to the course through them. Pure. */
final class Courses {

  private Courses() {}

  static Course of(
      String client, String pseudonym, List<EntryContent> contents, List<MissedSession> missed) {
    List<SessionInput> inputs = inputs(contents);
    var history =
        new History(
            client,
            inputs.stream().map(Indicators::of).toList(),
            missed.stream()
                .map(one -> new History.Missed(one.date(), SessionKind.SESSION, one.reason()))
                .toList(),
            "");
    return new Course(
        pseudonym,
        Trajectory.of(history),
        inputs.stream().flatMap(input -> Quote.of(input).stream()).toList());
  }

  private static List<SessionInput> inputs(List<EntryContent> contents) {
    List<SessionInput> inputs = new ArrayList<>();
    Map<String, String> schemes = new TreeMap<>();
    int checkIns = 0;
    for (EntryContent content : contents) {
      schemes.putAll(schemes(content));
      List<Decision> decisions = decisions(content);
      inputs.add(
          switch (content.entry()) {
            case SessionRecord session ->
                new SessionInput(
                    session.id(),
                    session.number(),
                    session.date(),
                    SessionKind.SESSION,
                    new Setting("", "", "", "en", schemes),
                    content.coded(),
                    decisions);
            case CheckInRecord checkIn ->
                new SessionInput(
                    checkIn.id(),
                    ++checkIns,
                    checkIn.date(),
                    SessionKind.CHECK_IN,
                    new Setting("", checkIn.prompt(), "", "en", schemes),
                    content.coded(),
                    decisions);
          });
    }
    return inputs;
  }

  /**
   * The codebooks an entry was coded with, by construct. An entry in which a codebook found nothing
   * does not tell its version; it is then taken to be that of the entry before.
   */
  private static Map<String, String> schemes(EntryContent content) {
    return content.codings().stream()
        .map(stored -> stored.coding())
        .filter(coding -> coding.rater() instanceof Rater.Machine)
        .collect(
            Collectors.toMap(
                coding -> coding.construct(),
                coding ->
                    coding.rater() instanceof Rater.Machine machine
                        ? machine.codebook() + " " + machine.codebookHash()
                        : "",
                (one, other) -> one));
  }

  /** The content's codings have rejections and changes applied; what is left is who confirmed. */
  private static List<Decision> decisions(EntryContent content) {
    var turns = content.transcript().turns();
    return content.codings().stream()
        .filter(stored -> stored.standing() != StoredCoding.Standing.SUGGESTED)
        .flatMap(stored -> stored.effective(turns.get(stored.coding().turn()).text()).stream())
        .map(
            coding ->
                new Decision(
                    coding.code(), coding.turn(), coding.span(), Decision.Kind.CONFIRMED, null))
        .toList();
  }
}
