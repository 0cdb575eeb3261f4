package org.throughline.statistic;

/** The normal distribution. */
final class Normal {

  private Normal() {}

  /**
   * The chance of a value above z ≥ 0: Abramowitz, M. and Stegun, I. A. (1964). Handbook of
   * Mathematical Functions, 26.2.17, exact to 7.5e-8.
   */
  static double upper(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
  }
}
