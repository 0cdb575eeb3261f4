package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.quote.Hits;

/**
 * One page of a search, or a sample of it.
 *
 * @param count how many turns answer, in words where counting stopped ("more than 10000")
 * @param total as far as they were counted
 * @param exact whether there are no more than {@code total}
 * @param partial whether time ran out before all turns were looked at
 */
public record QuotePage(
    List<QuoteView> items,
    @Nullable String next,
    String count,
    int total,
    boolean exact,
    boolean partial) {

  public QuotePage {
    items = List.copyOf(items);
  }

  public static QuotePage of(Hits hits, @Nullable String next) {
    return new QuotePage(
        hits.hits().stream().map(QuoteView::of).toList(),
        next,
        hits.count(),
        hits.total(),
        hits.exact(),
        hits.partial());
  }

  /** The same count of other items: as they may show. */
  public QuotePage with(List<QuoteView> shown) {
    return new QuotePage(shown, next, count, total, exact, partial);
  }

  @Override
  public String toString() {
    return "QuotePage[items=" + items.size() + ", total=" + total + "]";
  }
}
