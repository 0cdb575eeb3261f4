package org.throughline.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.transcript.Span;

/** The client's words that a figure counts, or that speak against it: what it opens to. */
public final class Numerator {

  private Numerator() {}

  /**
   * The quotes that an indicator counts in one meeting; as many as its k, for kinds of feeling all
   * that name one.
   *
   * @param quotes of all meetings
   */
  public static List<Quote> of(Indicator indicator, Indicators meeting, Quotes quotes) {
    List<Quote> its = quotes.in(meeting);
    return switch (indicator) {
      case EMOTION_MIXED -> pairs(its);
      case EMOTION_RANGE -> its.stream().filter(q -> Feelings.isFamily(q.code())).toList();
      default -> coded(indicator, indicator.speaksFor(), meeting, its);
    };
  }

  /** The quotes of one meeting that speak against a rise of the indicator. */
  public static List<Quote> against(Indicator indicator, Indicators meeting, Quotes quotes) {
    return coded(indicator, quotes.against(indicator), meeting, quotes.in(meeting));
  }

  private static List<Quote> coded(
      Indicator indicator, List<String> codes, Indicators meeting, List<Quote> quotes) {
    boolean stories = indicator.unit() == Indicator.Unit.PER_100_EPISODE_CLAUSES;
    return quotes.stream()
        .filter(quote -> codes.contains(quote.code()))
        .filter(
            quote -> !stories || meeting.episodes().stream().anyMatch(e -> e.holds(quote.turn())))
        .toList();
  }

  private static List<Quote> pairs(List<Quote> quotes) {
    List<Quote> feelings = new ArrayList<>(quotes);
    feelings.removeIf(quote -> !quote.code().startsWith("emotion."));
    feelings.sort(
        Comparator.comparingInt(Quote::turn)
            .thenComparingInt(Quote::start)
            .thenComparingInt(Quote::end)
            .thenComparing(Quote::code));
    Set<Quote> held = new LinkedHashSet<>();
    for (int i = 1; i < feelings.size(); i++) {
      Quote one = feelings.get(i - 1);
      Quote other = feelings.get(i);
      if (one.turn() == other.turn()
          && Feelings.together(one.turnText(), one.code(), span(one), other.code(), span(other))) {
        held.add(one);
        held.add(other);
      }
    }
    return List.copyOf(held);
  }

  private static Span span(Quote quote) {
    return new Span(quote.start(), quote.end());
  }
}
