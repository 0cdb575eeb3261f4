package org.throughline.desk.view;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /** A list short enough to need no paging. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * The page of a list that follows the item with id {@code after}; the first page for null. An id
   * that is no longer there ends the list.
   */
  public static <T> Page<T> of(
      List<T> all, Function<T, String> id, @Nullable String after, int limit) {
    int from = 0;
    if (after != null) {
      from = all.size();
      for (int i = 0; i < all.size(); i++) {
        if (id.apply(all.get(i)).equals(after)) {
          from = i + 1;
        }
      }
    }
    int to = Math.min(all.size(), from + limit);
    List<T> items = all.subList(from, to);
    return new Page<>(items, to < all.size() ? id.apply(items.getLast()) : null);
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }

  @Override
  public String toString() {
    return "Page[items=" + items.size() + ", next=" + next + "]";
  }
}
