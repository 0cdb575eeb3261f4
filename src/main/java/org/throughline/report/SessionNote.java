package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.text;

import java.util.ArrayList;
import java.util.List;
import org.throughline.indicator.Indicators;
import org.throughline.trajectory.Evidence;
import org.throughline.trajectory.Figures;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Wording;

/** The section "Qualitative indicators" of a session note: less than a page. */
public final class SessionNote {

  private SessionNote() {}

  /**
   * For one session.
   *
   * @throws IllegalArgumentException if the client has no such session
   */
  public static Document of(ClientFile file, String sessionId) {
    Indicators meeting = file.meeting(sessionId);
    var writer =
        new Document.Writer(
            "Qualitative indicators: %s, %s %d, %s"
                .formatted(
                    file.client(), meeting.kind().label(), meeting.number(), meeting.date()));
    writer.paragraph(
        text(
            "%s client words; the therapist speaks %s of all words. %d codings confirmed by a person, %d suggested and not looked at."
                .formatted(
                    Figures.count(meeting.clientWords()),
                    Figures.percent(100 * meeting.therapistShare()),
                    meeting.confirmed(),
                    meeting.suggested())));
    List<Series> series = Parts.main(file, meeting.kind());
    writer.table(
        List.of("What the words show", "Here", "First meetings", "Over time"),
        rows(file, series, sessionId));
    tooLittle(series, sessionId, writer);
    Parts.badges(file, series, writer);
    quotes(file, series, sessionId, writer);
    var problems =
        file.problems().stream()
            .filter(
                strip ->
                    strip.passages().stream()
                        .anyMatch(passage -> passage.place().sessionId().equals(sessionId)))
            .toList();
    writer.bullets(
        Parts.problems(problems),
        file.problems().stream().allMatch(strip -> strip.passages().isEmpty())
            ? Parts.NO_STAGES
            : "No passage of a problem lies in this session.");
    writer.bullets(Parts.questionnaires(file.board()), Parts.NO_SCORES);
    return writer.text(Parts.CAVEAT).done();
  }

  private static List<List<Block.Paragraph>> rows(
      ClientFile file, List<Series> series, String sessionId) {
    List<List<Block.Paragraph>> rows = new ArrayList<>();
    for (Series one : series) {
      ClientFigures.value(one, sessionId)
          .ifPresent(
              value ->
                  rows.add(
                      List.of(
                          cell(one.indicator().label()),
                          cell(ClientFigures.point(file, one, value)),
                          one.baseline()
                              .map(base -> cell(ClientFigures.baseline(file, one, base)))
                              .orElse(cell("–")),
                          cell(Wording.rung(one.verdict())))));
    }
    return rows;
  }

  private static void tooLittle(List<Series> series, String sessionId, Document.Writer writer) {
    List<String> silent =
        series.stream()
            .filter(one -> ClientFigures.value(one, sessionId).isEmpty())
            .map(one -> one.indicator().label().toLowerCase(java.util.Locale.ROOT))
            .toList();
    if (!silent.isEmpty()) {
      writer.text("Too little text for: " + ClientFigures.list(silent) + ".");
    }
  }

  /** The first figure that has quotes is opened, one for each side. */
  private static void quotes(
      ClientFile file, List<Series> series, String sessionId, Document.Writer writer) {
    series.stream()
        .filter(one -> ClientFigures.value(one, sessionId).isPresent())
        .filter(one -> one.indicator().construct().equals("agency"))
        .findFirst()
        .or(
            () ->
                series.stream()
                    .filter(one -> ClientFigures.value(one, sessionId).isPresent())
                    .findFirst())
        .ifPresent(
            one ->
                writer.bullets(
                    ClientFigures.evidence(
                        file,
                        Evidence.of(one, sessionId, file.trajectory().history(), file.bySession()),
                        1)));
  }
}
