package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.line;
import static org.throughline.report.Document.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Entry;
import org.throughline.trajectory.Coincidence;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Wording;

/** Where things stand against the beginning: for a review with the client, every few sessions. */
public final class NarrativeReview {

  private NarrativeReview() {}

  public static Document of(ClientFile file) {
    var writer = new Document.Writer("Narrative review: " + file.client());
    List<LocalDate> dates =
        file.trajectory().history().meetings().stream()
            .filter(meeting -> meeting.kind() == SessionKind.SESSION)
            .map(Indicators::date)
            .toList();
    writer.text(
        "%d sessions, %d since the last review; a review is due every %d."
            .formatted(
                dates.size(),
                file.cadence().sessionsSince(dates, file.board().reviews()),
                file.cadence().every()));
    writer.heading("In the client's own words").bullets(words(file));
    writer.heading("Goals").bullets(Parts.goals(file.board().goals()), "None recorded.");
    List<Series> series =
        Parts.main(file, SessionKind.SESSION).stream()
            .filter(one -> !one.values().isEmpty())
            .toList();
    writer
        .heading("Against the first meetings")
        .table(
            List.of("What the words show", "First meetings", "Latest", "Over time", "Client"),
            series.stream().map(one -> row(file, one)).toList());
    Parts.badges(file, series, writer);
    writer.heading("Still stuck, and no longer said");
    List<Block.Paragraph> stuck = new ArrayList<>();
    file.board()
        .tracking()
        .forEach(t -> stuck.add(line(text(t.date() + ": “" + t.stillStuck().text() + "”"))));
    stuck.addAll(Parts.silences(file, SessionKind.SESSION));
    if (stuck.isEmpty()) {
      writer.text("Nobody has written down what is still stuck: ask.");
    }
    writer.bullets(stuck);
    writer
        .heading("Problems, stage by stage")
        .bullets(Parts.problems(file.problems()), "None recorded.")
        .heading("From outside")
        .bullets(outside(file, series), "No event recorded.");
    return writer.text(Parts.CAVEAT).done();
  }

  private static List<Block.Paragraph> words(ClientFile file) {
    List<Block.Paragraph> lines = new ArrayList<>();
    String one =
        String.join(
            " → ",
            file.board().oneWords().stream()
                .map(entry -> entry.word().text() + " (" + entry.date() + ")")
                .toList());
    if (!one.isEmpty()) {
      lines.add(line(text("In one word: " + one)));
    }
    for (Entry.ChapterTitle chapter : file.board().chapterTitles()) {
      lines.add(
          line(text("Chapter title on " + chapter.date() + ": “" + chapter.title().text() + "”")));
    }
    for (Entry.Review review : file.board().reviews()) {
      lines.add(line(text("Review on " + review.date() + ": “" + review.answer().text() + "”")));
    }
    if (lines.isEmpty()) {
      lines.add(line(text("Nothing recorded yet: one word, a chapter title, a review answer.")));
    }
    return lines;
  }

  private static List<Block.Paragraph> row(ClientFile file, Series series) {
    return List.of(
        cell(series.indicator().label()),
        series
            .baseline()
            .map(base -> cell(ClientFigures.baseline(file, series, base)))
            .orElse(cell("–")),
        cell(ClientFigures.point(file, series, series.values().getLast())),
        cell(Wording.rung(series.verdict())),
        Parts.standing(file.state(series)));
  }

  private static List<Block.Paragraph> outside(ClientFile file, List<Series> series) {
    List<Block.Paragraph> lines = new ArrayList<>();
    for (Entry.Context event : file.board().context()) {
      List<String> near =
          series.stream()
              .flatMap(one -> Coincidence.in(one, List.of(event)).stream())
              .map(coincidence -> "session " + coincidence.number())
              .distinct()
              .toList();
      lines.add(
          line(
              text(
                  "%s, %s: “%s”%s"
                      .formatted(
                          event.date(),
                          event.category(),
                          event.what().text(),
                          near.isEmpty() ? "" : "; coincides with " + ClientFigures.list(near)))));
    }
    return lines;
  }
}
