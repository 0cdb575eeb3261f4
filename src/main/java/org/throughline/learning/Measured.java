package org.throughline.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Bootstrap;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * A share with how sure it is.
 *
 * @param low null where there was nothing to count
 * @param high null where there was nothing to count
 */
public record Measured(long k, long n, @Nullable Double low, @Nullable Double high) {

  /**
   * Of all clients together. What one client says is alike, so whole clients are drawn again; where
   * Wilson's interval is wider, or there are fewer than ten clients, it is Wilson's.
   *
   * @param byClient a tally of each
   */
  static Measured of(List<Tally> byClient) {
    List<Tally> some = byClient.stream().filter(tally -> tally.n() > 0).toList();
    Tally all = some.stream().reduce(Tally.NONE, Tally::plus);
    if (all.n() == 0) {
      return new Measured(0, 0, null, null);
    }
    Interval interval = Wilson.interval(all);
    if (some.size() >= Bootstrap.FEWEST_TURNS) {
      Interval drawn = Bootstrap.interval(some);
      if (drawn.high() - drawn.low() > interval.high() - interval.low()) {
        interval = drawn;
      }
    }
    return new Measured(all.k(), all.n(), interval.low(), interval.high());
  }

  /** k of n. */
  public Tally tally() {
    return new Tally(k, n);
  }
}
