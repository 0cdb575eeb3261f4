package org.throughline.measure;

/**
 * Whether two scores differ by more than the questionnaire's own unreliability: Jacobson, N. S. and
 * Truax, P. (1991). Clinical significance: a statistical approach to defining meaningful change in
 * psychotherapy research. Journal of Consulting and Clinical Psychology 59, 12–19.
 *
 * <p>For questionnaires only: no retest reliability of a linguistic figure exists, so none is given
 * a reliable change.
 *
 * @param standardDeviation before treatment
 * @param reliability of the questionnaire, 0 to below 1
 */
public record ReliableChange(double standardDeviation, double reliability) {

  private static final double Z = 1.96;

  public ReliableChange {
    if (!(standardDeviation > 0) || !(reliability >= 0 && reliability < 1)) {
      throw new IllegalArgumentException(
          "a standard deviation above 0 and a reliability from 0 to below 1");
    }
  }

  /** The standard error of one score. */
  public double standardError() {
    return standardDeviation * Math.sqrt(1 - reliability);
  }

  /** The standard error of a difference of two. */
  public double differenceError() {
    return Math.sqrt(2) * standardError();
  }

  /** RC: how many such errors lie between the scores. Reliable beyond 1.96. */
  public double index(double before, double after) {
    return (after - before) / differenceError();
  }

  /** The least difference in points that is reliable. */
  public double threshold() {
    return Z * differenceError();
  }

  /** Cut-off a: two standard deviations from the clinical mean, towards the norm. */
  public static double cutoffA(double clinicalMean, double clinicalDeviation, double normMean) {
    return clinicalMean + Math.signum(normMean - clinicalMean) * 2 * clinicalDeviation;
  }

  /** Cut-off b: two standard deviations from the norm's mean, towards the clinical. */
  public static double cutoffB(double normMean, double normDeviation, double clinicalMean) {
    return normMean + Math.signum(clinicalMean - normMean) * 2 * normDeviation;
  }

  /** Cut-off c: between the two populations, nearer to the one that spreads less. */
  public static double cutoffC(
      double clinicalMean, double clinicalDeviation, double normMean, double normDeviation) {
    return (normDeviation * clinicalMean + clinicalDeviation * normMean)
        / (normDeviation + clinicalDeviation);
  }
}
