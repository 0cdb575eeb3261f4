package org.throughline.statistic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How sure a rate is when its units come in bunches: what a client says within one turn is alike,
 * so turns are drawn again, not clauses. Percentile interval. Efron, B. (1979). Bootstrap methods:
 * another look at the jackknife. Annals of Statistics 7, 1–26; Davison, A. C. and Hinkley, D. V.
 * (1997). Bootstrap Methods and their Application, §3.8 (clustered data).
 */
public final class Bootstrap {

  /** How often the turns are drawn again. */
  public static final int DRAWS = 1000;

  /** With fewer turns than this the bootstrap is too narrow to be shown. */
  public static final int FEWEST_TURNS = 10;

  private static final long SEED = 20260101L;

  private Bootstrap() {}

  /**
   * The 95 % interval of the rate of all turns together. The order of the turns does not matter.
   *
   * @param turns one tally for each turn
   * @throws IllegalArgumentException if no turn has a unit
   */
  public static Interval interval(List<Tally> turns) {
    Tally[] sorted =
        turns.stream()
            .sorted(Comparator.comparingLong(Tally::n).thenComparingLong(Tally::k))
            .toArray(Tally[]::new);
    long units = Arrays.stream(sorted).mapToLong(Tally::n).sum();
    if (units == 0) {
      throw new IllegalArgumentException("no units, no rate");
    }
    double[] rates = rates(sorted);
    Arrays.sort(rates);
    return new Interval(percentile(rates, 0.025), percentile(rates, 0.975));
  }

  private static double[] rates(Tally[] turns) {
    long[] k = Arrays.stream(turns).mapToLong(Tally::k).toArray();
    long[] n = Arrays.stream(turns).mapToLong(Tally::n).toArray();
    var random = new SplittableRandom(SEED);
    double[] rates = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      rates[draw] = rate(k, n, random);
    }
    return rates;
  }

  /** The hottest loop of a trajectory: plain arrays, and two picks from each random number. */
  private static double rate(long[] k, long[] n, SplittableRandom random) {
    long hits = 0;
    long units = 0;
    // A sample in which no turn has a unit says nothing about the rate and is drawn again.
    while (units == 0) {
      hits = 0;
      long bits = 0;
      for (int i = 0; i < k.length; i++) {
        bits = (i & 1) == 0 ? random.nextLong() : bits << 32;
        int pick = (int) (((bits >>> 32) * k.length) >>> 32);
        hits += k[pick];
        units += n[pick];
      }
    }
    return (double) hits / units;
  }

  /** Between the two nearest order statistics (Hyndman and Fan 1996, type 7). */
  public static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
