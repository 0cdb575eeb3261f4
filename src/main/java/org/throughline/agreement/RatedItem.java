package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that several raters coded.
 *
 * @param id the text's own
 * @param client whose it is; the text's id where nobody knows
 * @param text null where only the codings are at hand: then only whole items can be units, and
 *     unitizing alpha is undefined
 * @param byRater each rater's codings; null where a rater did not have the text
 */
public record RatedItem(
    String id, String client, @Nullable String text, List<@Nullable List<CodedMark>> byRater) {

  /**
   * A code at a place.
   *
   * @param contested not to be counted, neither for nor against
   */
  public record CodedMark(String code, Mark mark, boolean contested) {}

  public RatedItem {
    byRater = Collections.unmodifiableList(new ArrayList<>(byRater));
  }

  boolean ratedByAll() {
    return !byRater.contains(null);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "RatedItem[" + id + ", raters=" + byRater.size() + "]";
  }
}
