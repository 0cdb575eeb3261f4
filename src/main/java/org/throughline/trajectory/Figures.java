package org.throughline.trajectory;

import java.util.Locale;
import org.throughline.indicator.Indicator;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;

/** How figures are written, everywhere alike. */
public final class Figures {

  private Figures() {}

  /**
   * A share with its counts: "0.55 % (3 of 550)". Two digits below 1 %, so that few of many never
   * reads as none.
   *
   * @throws IllegalArgumentException if there are no units
   */
  public static String share(Tally tally) {
    return percent(100 * tally.rate()) + " (" + tally + ")";
  }

  public static String percent(double percent) {
    if (percent == 0 || percent == 100) {
      return number(percent, 0) + " %";
    }
    return number(percent, percent > 99 ? 1 : percent < 1 ? 2 : percent < 10 ? 1 : 0) + " %";
  }

  /** A value in its indicator's unit. */
  public static String value(Indicator indicator, double value) {
    return switch (indicator.unit()) {
      case SHARE -> percent(value);
      case PER_1000_WORDS, PER_100_EPISODE_CLAUSES, KINDS ->
          number(value, 1) + " " + indicator.unit().label();
    };
  }

  public static String interval(Indicator indicator, Interval interval) {
    int digits = indicator.unit() == Indicator.Unit.SHARE ? 0 : 1;
    return number(interval.low(), digits) + "–" + number(interval.high(), digits);
  }

  /** A count with its thousands set apart: "12,400". */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  static String p(double p) {
    return p < 0.001 ? "p < .001" : "p = " + number(p, 3).substring(p < 1 ? 1 : 0);
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
