package org.throughline.agreement;

/** A coefficient for {@link Ratings}. */
public sealed interface Measure
    permits CohenKappa, FleissKappa, GwetAc1, IntraclassCorrelation, KrippendorffAlpha, Pabak {

  String label();

  /**
   * The coefficient of a sample.
   *
   * @param counts how many units have each of the ratings' rows
   */
  Figure of(Ratings ratings, long[] counts);
}
