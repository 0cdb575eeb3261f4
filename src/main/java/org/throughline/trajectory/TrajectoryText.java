package org.throughline.trajectory;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.indicator.Badge;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionKind;
import org.throughline.statistic.Tally;

/**
 * A trajectory for the terminal: counts with denominators, honest words, a quote for and against.
 */
public final class TrajectoryText {

  private TrajectoryText() {}

  /**
   * The whole trajectory.
   *
   * @param quotes all quotes of the client that count
   */
  public static String of(Trajectory trajectory, List<Quote> quotes) {
    return of(trajectory, Quotes.of(quotes));
  }

  /** The same, with what the codebooks say speaks against what. */
  public static String of(Trajectory trajectory, Quotes bySession) {
    var text = new StringBuilder();
    var history = trajectory.history();
    text.append("Client ").append(history.client()).append('\n');
    for (SessionKind kind : SessionKind.values()) {
      List<Indicators> meetings = history.of(kind);
      if (meetings.isEmpty()) {
        continue;
      }
      text.append("\n%d × %s\n".formatted(meetings.size(), kind.label()));
      meetings.forEach(meeting -> text.append(meeting(meeting)));
      trajectory.series().stream()
          .filter(series -> series.kind() == kind)
          .forEach(series -> text.append(series(series, trajectory, bySession)));
      var silences = Silence.in(history, kind);
      if (!silences.isEmpty()) {
        text.append("\nNo longer said\n");
        silences.forEach(silence -> text.append("  ").append(silence.wording()).append('\n'));
      }
    }
    text.append(badges(trajectory));
    return text.append(
            "\nCounts are of the client's own words. A rise or a fall is neither good nor bad, and"
                + " says nothing of diagnosis, risk or cause.\n")
        .toString();
  }

  /** How the codes behind the figures fare against people here. */
  private static String badges(Trajectory trajectory) {
    List<Badge> all = trajectory.occurring();
    var text = new StringBuilder();
    if (trajectory.exploratory()) {
      text.append("\nTrends of exploratory codes were asked for and are among those above.\n");
    }
    List<Badge> measured = all.stream().filter(badge -> !isUnmeasured(badge)).toList();
    if (!measured.isEmpty()) {
      text.append("\nThe codes against what people decided here\n");
      measured.forEach(badge -> text.append("  ").append(line(badge)));
    }
    List<String> rest = all.stream().filter(TrajectoryText::isUnmeasured).map(Badge::code).toList();
    if (!rest.isEmpty()) {
      text.append("\nNot measured here, as nobody has judged them: ")
          .append(String.join(", ", rest))
          .append('\n');
    }
    return text.toString();
  }

  private static boolean isUnmeasured(Badge badge) {
    return badge.kind() == Badge.Kind.NOT_MEASURED;
  }

  private static String line(Badge badge) {
    return "%s: %s\n".formatted(badge.code(), badge.says());
  }

  private static String meeting(Indicators meeting) {
    return "  %d  %s  %s client words, therapist speaks %s of all words, %d codings confirmed, %d suggested\n"
        .formatted(
            meeting.number(),
            meeting.date(),
            Figures.count(meeting.clientWords()),
            Figures.percent(100 * meeting.therapistShare()),
            meeting.confirmed(),
            meeting.suggested());
  }

  private static String series(Series series, Trajectory trajectory, Quotes quotes) {
    if (series.values().isEmpty()) {
      return "\n%s\n  %s\n".formatted(label(series), nothing(series));
    }
    var evidence = Evidence.of(series, trajectory.history(), quotes);
    List<Badge> judged =
        trajectory.badges().of(Trajectory.occurring(series, trajectory.history())).stream()
            .filter(badge -> badge.isExploratory())
            .toList();
    return "\n%s\n%s%s  %s\n%s%s"
        .formatted(
            label(series),
            judged.stream()
                .map(badge -> "  [exploratory] " + line(badge))
                .collect(Collectors.joining()),
            series.points().stream()
                .map(point -> "  " + point(series.indicator(), point) + "\n")
                .collect(Collectors.joining()),
            Wording.sentence(series.verdict()),
            pane("for", evidence.supports()),
            pane("against", evidence.opposes()));
  }

  private static String label(Series series) {
    return series.prompt().isEmpty()
        ? series.indicator().label()
        : series.indicator().label() + " (answers to " + series.prompt() + ")";
  }

  private static String nothing(Series series) {
    var least = series.indicator().minimum();
    return "too little text in each meeting (it takes %d %s)"
        .formatted(least.shown(), least.what());
  }

  private static String pane(String side, Evidence.Pane pane) {
    if (pane.quotes().isEmpty()) {
      return "  %-8s %s\n".formatted(side, pane.searched());
    }
    Quote first = pane.quotes().getFirst();
    return "  %-8s “%s” (%s; %d found)\n"
        .formatted(side, first.inContext(), first.reference(), pane.found());
  }

  static String point(Indicator indicator, Point point) {
    return switch (point) {
      case Point.Value v -> "%d  %s".formatted(v.number(), value(indicator, v));
      case Point.TooLittleText t ->
          "%d  too little text: %d of the %d %s it takes"
              .formatted(t.number(), t.have(), t.need(), t.what());
      case Point.Missed m ->
          "–  missed on " + m.date() + (m.reason().isBlank() ? "" : ": " + m.reason());
    };
  }

  private static String value(Indicator indicator, Point.Value value) {
    Tally tally = value.tally();
    String counts =
        switch (indicator.unit()) {
          case SHARE -> tally.toString();
          case PER_1000_WORDS -> "%d in %s words".formatted(tally.k(), Figures.count(tally.n()));
          case PER_100_EPISODE_CLAUSES ->
              "%d in %s story clauses".formatted(tally.k(), Figures.count(tally.n()));
          case KINDS -> "%d in all %s words".formatted(tally.k(), Figures.count(tally.n()));
        };
    return "%s (%s; 95 %% interval %s)"
        .formatted(
            Figures.value(indicator, value.value()),
            counts,
            Figures.interval(indicator, value.interval()));
  }
}
