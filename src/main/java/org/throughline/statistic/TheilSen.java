package org.throughline.statistic;

import java.util.Arrays;

/**
 * A slope that one odd session cannot bend: the median of the slopes of all pairs of points. Theil,
 * H. (1950). A rank-invariant method of linear and polynomial regression analysis. Indagationes
 * Mathematicae 12, 85–91, 173–177, 467–482; Sen, P. K. (1968). Estimates of the regression
 * coefficient based on Kendall's tau. Journal of the American Statistical Association 63,
 * 1379–1389.
 *
 * @param slope units of y for one unit of x
 * @param interval its limits, from the order of the pair slopes and the exact distribution of
 *     Kendall's S (Hollander and Wolfe 1999, §9.3), with at least 95 % confidence from four points
 *     on
 */
public record TheilSen(double slope, Interval interval) {

  /**
   * The line through points in any order.
   *
   * @throws IllegalArgumentException if fewer than two points differ in x
   */
  public static TheilSen of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
    }
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      throw new IllegalArgumentException("no two points differ in x");
    }
    Arrays.sort(slopes);
    int c = critical(x.length);
    int low = Math.max(0, (slopes.length - c) / 2 - 1);
    int high = Math.min(slopes.length - 1, (slopes.length + c) / 2);
    return new TheilSen(median(slopes), new Interval(slopes[low], slopes[high]));
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int found = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] != x[j]) {
          slopes[found++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    return Arrays.copyOf(slopes, found);
  }

  /** The largest |S| that still leaves 95 % inside: two below the upper 2.5 % point. */
  private static int critical(int n) {
    int pairs = n * (n - 1) / 2;
    int[] single = new int[n];
    Arrays.fill(single, 1);
    if (n > MannKendall.EXACT) {
      return (int) Math.ceil(Wilson.Z95 * Math.sqrt(MannKendall.variance(n, single)));
    }
    var distribution = KendallDistribution.of(single);
    int s = pairs;
    while (s > 0 && distribution.upper(s - 2) <= 0.025) {
      s -= 2;
    }
    return s - 2;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
