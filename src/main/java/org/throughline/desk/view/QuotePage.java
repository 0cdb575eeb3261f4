package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param count how many turns answer, in words where counting stopped ("more than 10000")
 */
public record QuotePage(List<QuoteView> items, @Nullable String next, String count) {

  public QuotePage {
    items = List.copyOf(items);
  }
}
