package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.coding.Coder;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import org.throughline.measure.Questionnaires;
import org.throughline.measure.ReviewCadence;
import org.throughline.measure.Words;
import org.throughline.record.Actor;
import org.throughline.record.CheckInRecord;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.report.ClientFile;
import org.throughline.report.Manifest;
import org.throughline.report.Reports;
import org.throughline.report.Verification;

/**
 * Reports about one client, made from what is kept at this moment: the course and the check-ins.
 * Questionnaires, goals, stages of problems and claims are not kept yet; reports say so.
 */
final class Reporting {

  private final Store store;

  Reporting(Store store) {
    this.store = store;
  }

  /** What the client must have agreed to, for whom the report is. */
  private static Set<Scope> needed(String report) {
    return switch (report) {
      case "supervision-snapshot", "reconciliation" ->
          Set.of(Scope.SUPERVISION, Scope.QUOTE_VERBATIM);
      case "funder" -> Set.of(Scope.EXTERNAL_EXPORT);
      default -> Set.of();
    };
  }

  void requireConsent(String client, String report) {
    for (Scope scope : needed(report)) {
      if (!store.consents().permits(client, scope)) {
        throw new StoreException.ConsentMissing(scope);
      }
    }
  }

  /** A report, with its making in the log as something that was handed out. */
  Reports.Made make(
      Actor by, String client, Course course, String report, Map<String, String> parameters) {
    Map<String, String> resolved = new TreeMap<>(parameters);
    if (report.equals("session-note")) {
      resolved.putIfAbsent("session", latestSession(course));
    }
    resolved.computeIfPresent("session", (name, session) -> sessionId(course, session));
    Reports.Made made = Reports.make(report, file(by, client, course), resolved, Coder.ENGINE);
    store
        .audit()
        .record(by, "export.report", client, null, report + " " + made.manifest().document());
    return made;
  }

  Verification verify(Actor by, String client, Course course, Manifest kept) {
    if (!kept.subject().equals(course.pseudonym())) {
      throw new IllegalArgumentException("this manifest is of a report about another client");
    }
    return Reports.verify(kept, file(by, client, course), Coder.ENGINE);
  }

  /** People say "session 4"; a manifest names the session for good. */
  private static String sessionId(Course course, String session) {
    return course.trajectory().history().meetings().stream()
        .filter(meeting -> meeting.kind() == SessionKind.SESSION)
        .filter(meeting -> session.equals(Integer.toString(meeting.number())))
        .map(Indicators::sessionId)
        .findFirst()
        .orElse(session);
  }

  private ClientFile file(Actor by, String client, Course course) {
    List<Entry> written = new ArrayList<>();
    for (CheckInRecord checkIn : store.entries().checkIns(by, client)) {
      written.add(entry(checkIn));
    }
    return new ClientFile(
        course.pseudonym(),
        course.trajectory(),
        Quotes.of(course.quotes()),
        Board.of(written, Questionnaires.shipped(), Map.of()),
        List.of(),
        List.of(),
        ReviewCadence.DEFAULT,
        Set.of());
  }

  private static Entry entry(CheckInRecord checkIn) {
    var words = new Words(checkIn.text());
    return switch (checkIn.prompt()) {
      case "one_word" -> new Entry.OneWord(checkIn.id(), checkIn.date(), words);
      case "chapter_title" -> new Entry.ChapterTitle(checkIn.id(), checkIn.date(), words);
      default -> new Entry.CheckIn(checkIn.id(), checkIn.date(), checkIn.prompt(), words);
    };
  }

  /** "" where there is none; the report then says that it needs one. */
  private static String latestSession(Course course) {
    return course.trajectory().history().meetings().stream()
        .filter(meeting -> meeting.kind() == SessionKind.SESSION)
        .map(Indicators::sessionId)
        .reduce("", (earlier, later) -> later);
  }
}
