package org.throughline.trajectory;

import java.time.LocalDate;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;

/** One place of a series on the axis of time. */
public sealed interface Point {

  LocalDate date();

  /**
   * A figure.
   *
   * @param value in the indicator's unit
   * @param tally what was counted in how many units
   * @param interval 95 %, in the indicator's unit
   * @param entersTrend whether there is enough material for a trend
   */
  record Value(
      String sessionId,
      int number,
      LocalDate date,
      double value,
      Tally tally,
      Interval interval,
      boolean entersTrend)
      implements Point {}

  /**
   * A meeting in which too little was said to give a figure.
   *
   * @param have how much there was
   * @param need how much it takes
   * @param what of what
   */
  record TooLittleText(
      String sessionId, int number, LocalDate date, int have, int need, String what)
      implements Point {}

  /** A meeting that did not take place. */
  record Missed(LocalDate date, String reason) implements Point {
    /** Without the reason. */
    @Override
    public String toString() {
      return "Missed[" + date + "]";
    }
  }
}
