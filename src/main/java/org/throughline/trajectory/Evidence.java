package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Numerator;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;

/**
 * The client's words for and against what a series says, in two panes of the same size.
 *
 * <p>Rule: only meetings whose figure is shown are searched. Their order is drawn at random with a
 * fixed seed, the same for both panes; one quote is taken from each before a second is taken from
 * any; within a meeting the most confident coding comes first. Nobody picks.
 *
 * @param claim what the panes are for and against, in plain words
 * @param rule how quotes were chosen, in plain words
 */
public record Evidence(String claim, Pane supports, Pane opposes, String rule) {

  /** How many quotes a pane holds at most. */
  public static final int SIZE = 3;

  static final long SEED = 1927;

  private static final Comparator<Quote> BEST =
      Comparator.comparingDouble((Quote quote) -> -quote.confidence())
          .thenComparingInt(Quote::turn)
          .thenComparingInt(Quote::start)
          .thenComparing(Quote::code);

  /**
   * One side.
   *
   * @param quotes chosen
   * @param found how many there were to choose from
   * @param codes which codes were looked for
   * @param meetings how many meetings were searched
   * @param words how many client words these hold
   */
  public record Pane(List<Quote> quotes, int found, List<String> codes, int meetings, long words) {

    public Pane {
      quotes = List.copyOf(quotes);
      codes = List.copyOf(codes);
    }

    /** What was searched, for a pane with nothing or little in it. */
    public String searched() {
      return "%d found: searched for %s in %d %s, %s client words"
          .formatted(
              found,
              codes.isEmpty() ? "nothing (no code speaks for this side)" : String.join(", ", codes),
              meetings,
              meetings == 1 ? "meeting" : "meetings",
              Figures.count(words));
    }
  }

  /**
   * For a series as a whole.
   *
   * @param quotes all quotes of the client that count
   */
  public static Evidence of(Series series, History history, Quotes quotes) {
    Set<String> meetings =
        series.values().stream().map(Point.Value::sessionId).collect(Collectors.toSet());
    return of(series, meetings, history, quotes);
  }

  /** For one point of a series. */
  public static Evidence of(Series series, String sessionId, History history, Quotes quotes) {
    return of(series, Set.of(sessionId), history, quotes);
  }

  private static Evidence of(Series series, Set<String> meetings, History history, Quotes quotes) {
    boolean falls = Wording.direction(series.verdict()) == Direction.FALL;
    var indicator = series.indicator();
    List<Indicators> searched =
        history.meetings().stream().filter(m -> meetings.contains(m.sessionId())).toList();
    Pane rises = pane(indicator.speaksFor(), searched, m -> Numerator.of(indicator, m, quotes));
    Pane sinks =
        pane(quotes.against(indicator), searched, m -> Numerator.against(indicator, m, quotes));
    return new Evidence(
        (falls ? "less: " : "more: ") + indicator.label(),
        falls ? sinks : rises,
        falls ? rises : sinks,
        "Up to %d for each side; one from each meeting before a second from any, meetings in an"
                .formatted(SIZE)
            + " order drawn with seed "
            + SEED
            + ", the most confident coding of a meeting first.");
  }

  private static Pane pane(
      List<String> codes, List<Indicators> meetings, Function<Indicators, List<Quote>> side) {
    List<Quote> found = meetings.stream().flatMap(m -> side.apply(m).stream()).toList();
    long words = meetings.stream().mapToLong(Indicators::clientWords).sum();
    return new Pane(choose(found), found.size(), codes, meetings.size(), words);
  }

  private record Drawn(String meeting, long place) {}

  private static List<Quote> choose(List<Quote> found) {
    Map<String, List<Quote>> byMeeting =
        found.stream().collect(Collectors.groupingBy(Quote::sessionId));
    List<String> order =
        byMeeting.keySet().stream()
            .map(meeting -> new Drawn(meeting, draw(meeting)))
            .sorted(Comparator.comparingLong(Drawn::place).thenComparing(Drawn::meeting))
            .limit(SIZE)
            .map(Drawn::meeting)
            .toList();
    // No more meetings than quotes are opened, and only these are sorted.
    List<List<Quote>> sorted =
        order.stream()
            .map(
                meeting ->
                    byMeeting.getOrDefault(meeting, List.of()).stream().sorted(BEST).toList())
            .toList();
    List<Quote> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < Math.min(SIZE, found.size()); round++) {
      for (List<Quote> its : sorted) {
        if (round < its.size() && chosen.size() < SIZE) {
          chosen.add(its.get(round));
        }
      }
    }
    return chosen;
  }

  /** A meeting's place is drawn from its id alone, so that both panes have the same order. */
  private static long draw(String sessionId) {
    return new Random(SEED * 31 + sessionId.hashCode()).nextLong();
  }
}
