package org.throughline.statistic;

/**
 * The score interval of a proportion: Wilson, E. B. (1927). Probable inference, the law of
 * succession, and statistical inference. Journal of the American Statistical Association 22,
 * 209–212.
 *
 * <p>Unlike the textbook interval it stays between 0 and 1 and has a width even at 0 of n.
 */
public final class Wilson {

  /** The 97.5th percentile of the normal distribution. */
  public static final double Z95 = 1.959963984540054;

  private Wilson() {}

  /** The 95 % interval. */
  public static Interval interval(Tally tally) {
    return interval(tally, Z95);
  }

  /**
   * The interval for a given percentile of the normal distribution.
   *
   * @throws IllegalArgumentException if there are no units, or more counted than units
   */
  public static Interval interval(Tally tally, double z) {
    if (tally.k() > tally.n()) {
      throw new IllegalArgumentException(tally + " is not a proportion");
    }
    double n = tally.n();
    double p = tally.rate();
    double square = z * z;
    double centre = (p + square / (2 * n)) / (1 + square / n);
    double half = z * Math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
    return new Interval(
        tally.k() == 0 ? 0 : centre - half, tally.k() == tally.n() ? 1 : centre + half);
  }
}
