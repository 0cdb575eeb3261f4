package org.throughline.report;

import static org.throughline.report.Document.line;
import static org.throughline.report.Document.text;

import java.util.ArrayList;
import java.util.List;
import org.throughline.claim.ClaimEvent;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionKind;
import org.throughline.trajectory.FirstWords;
import org.throughline.trajectory.Point;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Trajectory;

/** One page in plain words that a client can take home. It speaks to them, and quotes them. */
public final class PlainSummary {

  private static final int WORDS = 6;

  private PlainSummary() {}

  public static Document of(ClientFile file) {
    List<Indicators> sessions =
        file.trajectory().history().meetings().stream()
            .filter(meeting -> meeting.kind() == SessionKind.SESSION)
            .toList();
    var writer = new Document.Writer("What we heard you say");
    if (sessions.isEmpty()) {
      return writer.text("There is no session to look back on yet.").done();
    }
    writer.text(
        "We met %d %s, from %s to %s. This page puts some of your own words side by side."
            .formatted(
                sessions.size(),
                sessions.size() == 1 ? "time" : "times",
                sessions.getFirst().date(),
                sessions.getLast().date()));
    feelings(file, writer);
    choosing(file, writer);
    var goals = Parts.goals(file.board().goals());
    writer.heading("Your goals").bullets(goals, "None are written down yet.");
    var words =
        file.board().oneWords().stream()
            .map(entry -> line(text(entry.date() + ": " + entry.word().text())))
            .toList();
    writer.heading("How it was, in one word").bullets(words, "Nothing is written down yet.");
    disputed(file, writer);
    return writer
        .text(
            "This page counts and quotes words. It is not a test and not a grade, and it can be"
                + " wrong. If something does not fit, say so: what you say about it is written"
                + " down beside it.")
        .done();
  }

  private static void feelings(ClientFile file, Document.Writer writer) {
    List<Quote> fresh =
        FirstWords.in(file.quotes()).stream()
            .flatMap(first -> first.words().stream())
            .limit(WORDS)
            .toList();
    if (!fresh.isEmpty()) {
      writer.heading("Words you found for feelings");
      writer.bullets(
          fresh.stream()
              .map(quote -> line(Document.verbatim(quote), text(" on " + quote.date())))
              .toList());
    }
  }

  private static void choosing(ClientFile file, Document.Writer writer) {
    file.trajectory()
        .series(SessionKind.SESSION, Indicator.AGENCY_SHARE)
        .filter(series -> file.state(series).mayCountAsPositive())
        .filter(series -> !series.values().isEmpty())
        .ifPresent(series -> choosing(file, series, writer));
  }

  private static void choosing(ClientFile file, Series series, Document.Writer writer) {
    Point.Value first = series.values().getFirst();
    Point.Value last = series.values().getLast();
    writer.heading("Doing and choosing");
    List<Inline> content = new ArrayList<>();
    content.add(text("Where you spoke of doing something or of something happening to you, you"));
    content.add(text(" were the one who acted or chose in "));
    content.add(Document.number(ClientFigures.point(file, series, first)));
    content.add(text(" of these places in session " + first.number()));
    if (!last.sessionId().equals(first.sessionId())) {
      content.add(text(", and in "));
      content.add(Document.number(ClientFigures.point(file, series, last)));
      content.add(text(" in session " + last.number()));
    }
    content.add(text(". Both are part of a life; neither is better."));
    if (!file.trajectory()
        .badges()
        .exploratory(Trajectory.occurring(series, file.trajectory().history()))
        .isEmpty()) {
      content.add(text(" We are still trying out this way of counting, and it may be off."));
    }
    writer.paragraph(content.toArray(Inline[]::new));
  }

  private static void disputed(ClientFile file, Document.Writer writer) {
    List<Block.Paragraph> lines =
        file.trajectory().series().stream()
            .filter(series -> file.state(series).status() == ClaimEvent.Status.DISPUTED)
            .map(
                series ->
                    line(
                        text(
                            series.indicator().label()
                                + ": “"
                                + file.state(series).clientsWords().text()
                                + "”")))
            .toList();
    writer.heading("Where you see it differently").bullets(lines, "Nothing is written down yet.");
  }
}
