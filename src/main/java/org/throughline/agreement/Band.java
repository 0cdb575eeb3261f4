package org.throughline.agreement;

/**
 * What a code may be used for after its alpha: Krippendorff, K. (2004). Content Analysis, 2nd ed.,
 * p. 241.
 */
public enum Band {
  /** At least .800. */
  FIRM,
  /** .667 to .800: for tentative conclusions. */
  TENTATIVE,
  /** Below .667: kept out of trends by default. */
  EXPLORATORY,
  /** No alpha, or nobody double-coded. */
  UNKNOWN;

  public static final double TENTATIVE_FROM = .667;
  public static final double FIRM_FROM = .800;

  public static Band of(Agreement alpha) {
    return switch (alpha) {
      case Agreement.Undefined undefined -> UNKNOWN;
      case Agreement.Estimate estimate -> of(estimate.value());
    };
  }

  public static Band of(double alpha) {
    return alpha >= FIRM_FROM ? FIRM : alpha >= TENTATIVE_FROM ? TENTATIVE : EXPLORATORY;
  }
}
