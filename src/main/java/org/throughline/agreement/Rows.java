package org.throughline.agreement;

import java.util.Arrays;

/** Looks at one unit's ratings. */
final class Rows {

  private Rows() {}

  /**
   * Counts how many raters chose each category.
   *
   * @param chosen is overwritten
   * @return how many raters judged the unit
   */
  static int tally(int[] row, int[] chosen) {
    Arrays.fill(chosen, 0);
    int judged = 0;
    for (int rating : row) {
      if (rating != Ratings.MISSING) {
        chosen[rating]++;
        judged++;
      }
    }
    return judged;
  }
}
