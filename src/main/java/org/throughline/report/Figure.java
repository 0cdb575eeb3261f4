package org.throughline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.indicator.Quote;

/**
 * A number in a report, with what it rests on.
 *
 * @param id stable over recomputation: "agency.share@s4"
 * @param text as printed: "45 % (18 of 40)"
 * @param recipe how it was computed, in plain words
 * @param quotes the client's words it counts; empty for figures that count no words
 */
public record Figure(String id, String text, String recipe, List<Quote> quotes) {

  private static final int SHOWN = 3;

  public Figure {
    quotes = List.copyOf(quotes);
  }

  /**
   * The figure with its references, each turn once: "45 % (18 of 40) [4.12, 4.18 ×2, 4.20, +14]".
   */
  public String printed() {
    if (quotes.isEmpty()) {
      return text;
    }
    Map<String, Long> turns =
        quotes.stream()
            .collect(
                Collectors.groupingBy(
                    quote -> quote.number() + "." + quote.turn(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    List<Map.Entry<String, Long>> shown = turns.entrySet().stream().limit(SHOWN).toList();
    long more = quotes.size() - shown.stream().mapToLong(Map.Entry::getValue).sum();
    return text
        + shown.stream()
            .map(turn -> turn.getKey() + (turn.getValue() > 1 ? " ×" + turn.getValue() : ""))
            .collect(Collectors.joining(", ", " [", more > 0 ? ", +" + more + "]" : "]"));
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Figure[" + id + "]";
  }
}
