package org.throughline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Numerator;
import org.throughline.indicator.Quote;
import org.throughline.statistic.Tally;
import org.throughline.trajectory.Baseline;
import org.throughline.trajectory.Evidence;
import org.throughline.trajectory.Figures;
import org.throughline.trajectory.Point;
import org.throughline.trajectory.Series;

/** From points of series to figures that know their quotes. */
final class ClientFigures {

  private ClientFigures() {}

  static Optional<Point.Value> value(Series series, String sessionId) {
    return series.values().stream()
        .filter(value -> value.sessionId().equals(sessionId))
        .findFirst();
  }

  static Figure point(ClientFile file, Series series, Point.Value value) {
    return new Figure(
        series.indicator().id() + "@" + value.sessionId(),
        text(series.indicator(), value.value(), value.tally()),
        "%s of session %d: %s, 95 %% interval %s"
            .formatted(
                series.indicator().label(),
                value.number(),
                value.tally(),
                Figures.interval(series.indicator(), value.interval())),
        quotes(file, series, List.of(value.sessionId())));
  }

  static Figure baseline(ClientFile file, Series series, Baseline baseline) {
    return new Figure(
        series.indicator().id() + "@baseline/" + series.kind().id(),
        text(series.indicator(), baseline.value(), baseline.tally()),
        "%s of the first %d meetings with enough text together: %s"
            .formatted(series.indicator().label(), baseline.sessions().size(), baseline.tally()),
        quotes(file, series, baseline.sessions()));
  }

  /** The quotes that a figure counts: its numerator. */
  private static List<Quote> quotes(ClientFile file, Series series, List<String> sessions) {
    return sessions.stream()
        .map(file::meeting)
        .flatMap(meeting -> Numerator.of(series.indicator(), meeting, file.bySession()).stream())
        .toList();
  }

  private static String text(Indicator indicator, double value, Tally tally) {
    return switch (indicator.unit()) {
      case SHARE -> Figures.share(tally);
      case PER_1000_WORDS ->
          "%s (%d in %s)"
              .formatted(Figures.value(indicator, value), tally.k(), Figures.count(tally.n()));
      case PER_100_EPISODE_CLAUSES ->
          "%s (%d in %s)"
              .formatted(Figures.value(indicator, value), tally.k(), Figures.count(tally.n()));
      case KINDS ->
          "%s (%s words)".formatted(Figures.value(indicator, value), Figures.count(tally.n()));
    };
  }

  /** Both sides as a short list: a quote each, or what was searched. */
  static List<Block.Paragraph> evidence(ClientFile file, Evidence evidence, int quotes) {
    return List.of(
        side("Speaks for “" + evidence.claim() + "”: ", evidence.supports(), quotes),
        side("Speaks against it: ", evidence.opposes(), quotes));
  }

  private static Block.Paragraph side(String label, Evidence.Pane pane, int quotes) {
    if (pane.quotes().isEmpty()) {
      return Document.line(Document.text(label + pane.searched() + "."));
    }
    List<Inline> content = new java.util.ArrayList<>();
    content.add(Document.text(label));
    pane.quotes().stream()
        .limit(quotes)
        .forEach(
            quote -> {
              content.add(Document.verbatim(quote));
              content.add(Document.text(" "));
            });
    content.add(Document.text("(" + pane.found() + " found)."));
    return new Block.Paragraph(content);
  }

  static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", "));
  }
}
