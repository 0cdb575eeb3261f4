package org.throughline.indicator;

import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;

/**
 * One indicator in one session.
 *
 * @param tally what was counted in how many units
 * @param material how much there is of what {@link Indicator#minimum()} asks for
 * @param interval of the rate k/n, not yet multiplied; null where nothing could be counted, and for
 *     kinds of feeling, which depend on the other sessions of their series
 */
public record Reading(Indicator indicator, Tally tally, int material, @Nullable Interval interval) {

  public boolean isShown() {
    return material >= indicator.minimum().shown() && tally.n() > 0;
  }

  public boolean mayEnterTrend() {
    return isShown() && material >= indicator.minimum().trend();
  }
}
