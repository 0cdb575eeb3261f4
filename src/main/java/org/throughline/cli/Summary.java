package org.throughline.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.desk.Course;
import org.throughline.desk.view.ClientView;
import org.throughline.trajectory.TrajectoryView;
import org.throughline.trajectory.TrajectoryView.PaneView;
import org.throughline.trajectory.TrajectoryView.PointView;
import org.throughline.trajectory.TrajectoryView.QuoteView;
import org.throughline.trajectory.TrajectoryView.SeriesView;

/** A trajectory on one screen: for each construct the figures, what may be said, two quotes. */
final class Summary {

  /** One or two indicators for each construct; {@code trajectory} prints them all. */
  private static final Set<String> SHOWN =
      Set.of(
          "emotion.negative",
          "emotion.undifferentiated",
          "agency.share",
          "coherence.meaning",
          "coherence.fragment",
          "self.compassionate");

  private Summary() {}

  static String of(ClientView client, Course course) {
    TrajectoryView view = course.view();
    var text = new StringBuilder("\n" + client.pseudonym());
    client.problems().forEach(problem -> text.append(": “" + problem.words() + "”"));
    text.append("\n" + "=".repeat(client.pseudonym().length()) + "\n");
    text.append(
        "%d sessions, %d check-ins, %d client words in sessions%n"
            .formatted(
                client.sessions(),
                client.checkIns(),
                view.meetings().stream()
                    .filter(meeting -> meeting.kind().equals("session"))
                    .mapToInt(meeting -> meeting.clientWords())
                    .sum()));
    view.series().stream()
        .filter(series -> series.kind().equals("session") && SHOWN.contains(series.indicator()))
        .forEach(series -> text.append(series(series)));
    return text.toString();
  }

  private static String series(SeriesView series) {
    var text = new StringBuilder("\n  %s (%s)%n".formatted(series.label(), series.unit()));
    if (series.points().stream().noneMatch(point -> point.state().equals("value"))) {
      return text.append(
              "    too little text in every session: it takes %s%n".formatted(series.minimum()))
          .toString();
    }
    text.append("    " + points(series.points()) + "\n");
    text.append("    " + series.verdict().wording() + "\n");
    var evidence = series.evidence();
    if (evidence != null) {
      text.append(quote("for    ", evidence.supports()));
      text.append(quote("against", evidence.opposes()));
    }
    return text.toString();
  }

  private static String points(List<PointView> points) {
    return points.stream().map(Summary::point).collect(Collectors.joining("  "));
  }

  private static String point(PointView point) {
    return switch (point.state()) {
      case "value" -> point.number() + ": " + point.k() + "/" + point.n();
      case "missed" -> "(missed)";
      default -> point.number() + ": too little";
    };
  }

  private static String quote(String side, PaneView pane) {
    if (pane.quotes().isEmpty()) {
      return "    %s %s%n".formatted(side, pane.searched());
    }
    QuoteView first = pane.quotes().getFirst();
    return "    %s “%s” (session %d, turn %d; one of %d)%n"
        .formatted(side, inContext(first), first.number(), first.turn(), pane.found());
  }

  private static String inContext(QuoteView quote) {
    int from = quote.start() - quote.contextStart();
    return new StringBuilder(quote.context())
        .insert(from + quote.quote().length(), ']')
        .insert(from, '[')
        .toString()
        .strip()
        .replace('\n', ' ');
  }
}
