package org.throughline.statistic;

/**
 * So many out of so many.
 *
 * @param k what was counted
 * @param n the units it was counted in: clauses, statements, words
 */
public record Tally(long k, long n) {

  public static final Tally NONE = new Tally(0, 0);

  public Tally {
    if (k < 0 || n < 0) {
      throw new IllegalArgumentException("a tally of " + k + " in " + n);
    }
  }

  public Tally plus(Tally other) {
    return new Tally(k + other.k, n + other.n);
  }

  /**
   * The share.
   *
   * @throws IllegalArgumentException if nothing could have been counted
   */
  public double rate() {
    if (n == 0) {
      throw new IllegalArgumentException("no units, no rate");
    }
    return (double) k / n;
  }

  @Override
  public String toString() {
    return k + " of " + n;
  }
}
