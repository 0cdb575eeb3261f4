package org.throughline.report;

import static org.throughline.report.Document.line;
import static org.throughline.report.Document.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Wording;

/**
 * Baseline, delivery, review points, outcomes: a story of four parts, each resting on dated records
 * of its own. A part without any is not written, and then neither is the report.
 */
public final class FunderReport {

  private FunderReport() {}

  /** Ready, or refused with what is missing. */
  public sealed interface Result {}

  public record Ready(Document document) implements Result {}

  /**
   * Not written.
   *
   * @param missing which parts lack dated records, and what to record
   */
  public record Refused(List<String> missing) implements Result {
    public Refused {
      missing = List.copyOf(missing);
    }
  }

  public static Result of(ClientFile file) {
    List<Indicators> sessions =
        file.trajectory().history().meetings().stream()
            .filter(meeting -> meeting.kind() == SessionKind.SESSION)
            .toList();
    List<Series> series =
        Parts.main(file, SessionKind.SESSION).stream()
            .filter(one -> one.baseline().isPresent())
            .toList();
    List<Block.Paragraph> baseline = baseline(file, series);
    List<Block.Paragraph> delivery = delivery(file, sessions);
    List<Block.Paragraph> reviews = reviews(file);
    List<Block.Paragraph> outcomes = outcomes(file, series);
    List<String> missing = new ArrayList<>();
    require(baseline, "baseline: no session with enough text and no first score", missing);
    require(delivery, "delivery: no dated session", missing);
    require(reviews, "review points: no dated review; record one", missing);
    require(outcomes, "outcomes: no second score, no rated goal and no course of words", missing);
    if (!missing.isEmpty()) {
      return new Refused(missing);
    }
    var writer =
        new Document.Writer("Report: " + file.client())
            .heading("Baseline")
            .bullets(baseline)
            .heading("Delivery")
            .bullets(delivery)
            .heading("Review points")
            .bullets(reviews)
            .heading("Outcomes")
            .bullets(outcomes);
    Parts.badges(file, series, writer);
    return new Ready(writer.text(Parts.CAVEAT).done());
  }

  private static void require(List<?> part, String otherwise, List<String> missing) {
    if (part.isEmpty()) {
      missing.add(otherwise);
    }
  }

  private static List<Block.Paragraph> baseline(ClientFile file, List<Series> series) {
    List<Block.Paragraph> lines = new ArrayList<>();
    for (Series one : series) {
      one.baseline()
          .ifPresent(
              base ->
                  lines.add(
                      line(
                          text(
                              one.indicator().label()
                                  + ", from "
                                  + date(file, base.sessions().getFirst())
                                  + ": "),
                          Document.number(ClientFigures.baseline(file, one, base)))));
    }
    file.board()
        .questionnaires()
        .forEach(
            course -> {
              var first = course.scores().getFirst();
              lines.add(
                  line(
                      text(
                          "%s: %s on %s (record %s)"
                              .formatted(
                                  course.name(),
                                  Parts.number(first.value()),
                                  first.date(),
                                  first.id()))));
            });
    return lines;
  }

  private static LocalDate date(ClientFile file, String sessionId) {
    return file.meeting(sessionId).date();
  }

  private static List<Block.Paragraph> delivery(ClientFile file, List<Indicators> sessions) {
    List<Block.Paragraph> lines = new ArrayList<>();
    if (!sessions.isEmpty()) {
      long missed =
          file.trajectory().history().missed().stream()
              .filter(one -> one.kind() == SessionKind.SESSION)
              .count();
      lines.add(
          line(
              text(
                  "%d sessions held from %s to %s, %d missed"
                      .formatted(
                          sessions.size(),
                          sessions.getFirst().date(),
                          sessions.getLast().date(),
                          missed))));
      lines.add(
          line(
              text(
                  "Dates: "
                      + ClientFigures.list(
                          sessions.stream().map(s -> s.date().toString()).toList()))));
    }
    return lines;
  }

  private static List<Block.Paragraph> reviews(ClientFile file) {
    return file.board().reviews().stream()
        .map(
            review ->
                line(
                    text(
                        "%s: “%s” (record %s)"
                            .formatted(review.date(), review.answer().text(), review.id()))))
        .toList();
  }

  private static List<Block.Paragraph> outcomes(ClientFile file, List<Series> series) {
    List<Block.Paragraph> lines = new ArrayList<>();
    for (Series one : series) {
      var state = file.state(one);
      // What the client disputes is reported as disputed, never as an outcome.
      if (one.values().size() > 1) {
        lines.add(
            line(
                text(one.indicator().label() + ": "),
                Document.number(ClientFigures.point(file, one, one.values().getLast())),
                text(
                    "; "
                        + (state.mayCountAsPositive()
                            ? Wording.rung(one.verdict())
                            : "disputed by the client"))));
      }
    }
    file.board().questionnaires().stream()
        .filter(course -> course.scores().size() > 1)
        .forEach(
            course -> {
              var outcome = course.outcome();
              lines.add(
                  line(
                      text(
                          "%s: %s on %s, %s (record %s)"
                              .formatted(
                                  course.name(),
                                  Parts.number(course.scores().getLast().value()),
                                  course.scores().getLast().date(),
                                  outcome == null ? "no threshold for change" : outcome,
                                  course.scores().getLast().id()))));
            });
    if (file.board().goals().scaled().stream().anyMatch(goal -> !goal.ratings().isEmpty())
        || file.board().goals().described().stream().anyMatch(goal -> !goal.ratings().isEmpty())) {
      lines.addAll(Parts.goals(file.board().goals()));
    }
    return lines;
  }
}
