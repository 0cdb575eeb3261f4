package org.throughline.report;

import java.util.List;
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

  /** The figure with its references: "45 % (18 of 40) [4.12, 4.18, 4.20, +15]". */
  public String printed() {
    if (quotes.isEmpty()) {
      return text;
    }
    String shown =
        quotes.stream()
            .limit(SHOWN)
            .map(quote -> quote.number() + "." + quote.turn())
            .collect(Collectors.joining(", "));
    int more = quotes.size() - SHOWN;
    return text + " [" + shown + (more > 0 ? ", +" + more : "") + "]";
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Figure[" + id + "]";
  }
}
