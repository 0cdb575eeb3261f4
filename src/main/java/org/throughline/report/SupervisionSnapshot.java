package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.line;
import static org.throughline.report.Document.said;
import static org.throughline.report.Document.text;

import java.util.ArrayList;
import java.util.List;
import org.throughline.indicator.SessionKind;
import org.throughline.trajectory.Evidence;
import org.throughline.trajectory.Point;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Verdict;
import org.throughline.trajectory.Wording;

/**
 * A client's course for supervision: each verdict with both sides, and what nobody has looked at.
 */
public final class SupervisionSnapshot {

  private static final int QUOTES = 2;

  private SupervisionSnapshot() {}

  public static Document of(ClientFile file) {
    var writer = new Document.Writer("Supervision snapshot: " + file.client());
    List<Series> series =
        file.trajectory().series().stream()
            .filter(one -> one.kind() == SessionKind.SESSION && !one.values().isEmpty())
            .toList();
    writer
        .heading("Course")
        .table(
            List.of("What the words show", "First meetings", "Latest", "Verdict", "Standing"),
            series.stream().map(one -> row(file, one)).toList());
    Parts.badges(file, series, writer);
    writer.heading("For and against");
    List<Series> speaking = series.stream().filter(SupervisionSnapshot::speaks).toList();
    if (speaking.isEmpty()) {
      writer.text("No rise or fall is distinguishable in any figure. That is a finding.");
    }
    speaking.forEach(
        one -> {
          writer.text(one.indicator().label() + ". " + Wording.sentence(one.verdict()));
          writer.bullets(
              ClientFigures.evidence(
                  file, Evidence.of(one, file.trajectory().history(), file.bySession()), QUOTES));
        });
    List<Block.Paragraph> silences = Parts.silences(file, SessionKind.SESSION);
    if (!silences.isEmpty()) {
      writer.heading("No longer said").bullets(silences);
    }
    writer
        .heading("Problems, stage by stage")
        .bullets(Parts.problems(file.problems()), "None recorded.");
    writer.heading("Questionnaires and alliance");
    List<Block.Paragraph> scores = new ArrayList<>(Parts.questionnaires(file.board()));
    file.board().alliance().stream()
        .filter(point -> point.dip())
        .forEach(
            dip ->
                scores.add(
                    line(
                        text(
                            "Alliance %d on %s, two points or more below the client's own median: "
                                .formatted(dip.rating().rating(), dip.rating().date())),
                        said(dip.rating().comment().text()))));
    if (scores.isEmpty()) {
      writer.text("None recorded.");
    }
    return writer.bullets(scores).text(Parts.CAVEAT).done();
  }

  private static boolean speaks(Series series) {
    return switch (series.verdict()) {
      case Verdict.Change change -> true;
      case Verdict.Tentative tentative -> true;
      case Verdict.NoChangeDistinguishable none -> false;
      case Verdict.NotEnoughText text -> false;
      case Verdict.NotEnoughSessions sessions -> false;
      case Verdict.NotComparable comparable -> false;
      case Verdict.LeftOut left -> false;
    };
  }

  private static List<Block.Paragraph> row(ClientFile file, Series series) {
    Point.Value last = series.values().getLast();
    return List.of(
        cell(series.indicator().label()),
        series
            .baseline()
            .map(base -> cell(ClientFigures.baseline(file, series, base)))
            .orElse(cell("–")),
        cell(ClientFigures.point(file, series, last)),
        cell(Wording.rung(series.verdict())),
        Parts.standing(file.state(series)));
  }
}
