package org.throughline.statistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether values tend to rise or fall at all, by the order of their pairs: Mann, H. B. (1945).
 * Nonparametric tests against trend. Econometrica 13, 245–259; Kendall, M. G. (1975). Rank
 * Correlation Methods, 4th ed.
 *
 * <p>Up to {@value #EXACT} values, p is exact over all orders of the very values observed, ties
 * included ({@link KendallDistribution}); above, the normal approximation with Kendall's correction
 * for ties and for continuity.
 *
 * @param s pairs that rise minus pairs that fall, in order of time
 * @param p two-sided: the share of all orders whose S is at least as far from 0
 * @param n how many values
 */
public record MannKendall(int s, double p, int n) {

  static final int EXACT = 40;

  public static MannKendall of(double[] values) {
    int s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        s += Double.compare(values[j], values[i]);
      }
    }
    int[] ties = ties(values);
    double p =
        values.length <= EXACT
            ? KendallDistribution.of(ties).twoSided(s)
            : approximate(s, values.length, ties);
    return new MannKendall(s, p, values.length);
  }

  /** The variance of S without a trend, Kendall 1975, p. 55. */
  static double variance(int n, int[] ties) {
    double variance = n * (n - 1.0) * (2 * n + 5);
    for (int tie : ties) {
      variance -= tie * (tie - 1.0) * (2 * tie + 5);
    }
    return variance / 18;
  }

  /**
   * The p of the same S when each value resembles the one before: the variance of S grows by n over
   * the effective number of values (Yue, S. and Wang, C. (2004). The Mann–Kendall test modified by
   * effective sample size. Water Resources Management 18, 201–218, with the lag-1 correlation of
   * the series after its trend is taken out). Never below {@link #p}.
   *
   * @param detrended the values less their slope, in order of time
   */
  public double pUnderLikeness(double[] detrended) {
    double likeness = Math.max(0, lagOne(detrended));
    double inflation = 1;
    for (int lag = 1; lag < n; lag++) {
      inflation += 2 * (1 - (double) lag / n) * Math.pow(likeness, lag);
    }
    if (inflation == 1 || s == 0) {
      return p;
    }
    double deviation = Math.sqrt(variance(n, ties(detrended)) * inflation);
    return deviation == 0
        ? p
        : Math.max(p, Math.min(1, 2 * Normal.upper((Math.abs(s) - 1) / deviation)));
  }

  static double lagOne(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
    }
    // What is left of a perfect line is rounding, and rounding has no memory.
    return squares <= 1e-18 * values.length * (1 + mean * mean) ? 0 : products / squares;
  }

  private static double approximate(int s, int n, int[] ties) {
    double deviation = Math.sqrt(variance(n, ties));
    double z = s == 0 || deviation == 0 ? 0 : (Math.abs(s) - 1) / deviation;
    return Math.min(1, 2 * Normal.upper(z));
  }

  private static int[] ties(double[] values) {
    Map<Double, Integer> groups = new HashMap<>();
    for (double value : values) {
      groups.merge(value, 1, Integer::sum);
    }
    int[] sizes = groups.values().stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sizes);
    return sizes;
  }
}
