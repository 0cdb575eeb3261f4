package org.throughline.statistic;

/**
 * The interval of a rate whose count may exceed its units, such as markers per clause: Byar's
 * approximation to the exact Poisson limits. Breslow, N. E. and Day, N. E. (1987). Statistical
 * Methods in Cancer Research II, IARC, p. 69; the exact limits are those of Garwood, F. (1936),
 * Biometrika 28, 437–442.
 */
public final class Byar {

  private Byar() {}

  /**
   * The 95 % interval of k events in n units.
   *
   * @throws IllegalArgumentException if there are no units
   */
  public static Interval interval(Tally tally) {
    if (tally.n() == 0) {
      throw new IllegalArgumentException("no units, no rate");
    }
    return count(tally.k()).times(1.0 / tally.n());
  }

  /** The interval of a count alone. */
  static Interval count(long k) {
    double z = Wilson.Z95;
    double events = k;
    double low =
        k == 0 ? 0 : events * Math.pow(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)), 3);
    double next = events + 1;
    double high = next * Math.pow(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)), 3);
    return new Interval(Math.max(0, low), high);
  }
}
