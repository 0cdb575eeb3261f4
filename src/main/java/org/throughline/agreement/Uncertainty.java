package org.throughline.agreement;

import org.throughline.statistic.Interval;

/** How sure a coefficient is. */
public sealed interface Uncertainty {

  /**
   * The 95 % percentile interval over samples in which whole clients were drawn again.
   *
   * @param draws how many samples had a coefficient at all
   */
  record Bootstrapped(Interval interval, int clients, int draws) implements Uncertainty {}

  /**
   * Nothing can be said.
   *
   * @param because the reason in words
   */
  record Unknown(String because) implements Uncertainty {}
}
