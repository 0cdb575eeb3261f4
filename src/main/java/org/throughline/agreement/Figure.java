package org.throughline.agreement;

/** A coefficient of one sample, or why it has none. */
sealed interface Figure {

  record Value(double value) implements Figure {}

  record None(String because) implements Figure {}

  static Figure of(double value) {
    return new Value(value);
  }

  static Figure none(String because) {
    return new None(because);
  }

  /** 1 − observed / expected disagreement. */
  static Figure alpha(double observed, double expected, String whenNoneExpected) {
    return expected <= 0 ? none(whenNoneExpected) : of(1 - observed / expected);
  }

  /** (observed − expected) / (1 − expected) agreement. */
  static Figure kappa(double observed, double expected, String whenAllExpected) {
    // Shares are sums of quotients: what is 1 but for rounding is 1.
    return expected >= 1 - 1e-12
        ? none(whenAllExpected)
        : of((observed - expected) / (1 - expected));
  }
}
