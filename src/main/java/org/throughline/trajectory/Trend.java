package org.throughline.trajectory;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.throughline.statistic.Interval;
import org.throughline.statistic.MannKendall;
import org.throughline.statistic.TheilSen;

/**
 * Where the values of a series go.
 *
 * @param points how many values it rests on
 * @param slope in the indicator's unit, for each {@link #per}
 * @param interval of the slope, at least 95 %
 * @param per "four weeks", or "session" where two meetings share a date
 * @param s Kendall's S
 * @param p two-sided, of this series alone: exact, or higher where from eight points on each value
 *     resembles the one before
 * @param adjusted p after Holm's correction over all trends of the report
 * @param family how many trends that were
 */
public record Trend(
    int points,
    double slope,
    Interval interval,
    String per,
    int s,
    double p,
    double adjusted,
    int family) {

  private static final double DAYS = 28;

  /** From the values of five meetings or more, in order; not yet adjusted. */
  static Trend of(List<Point.Value> values) {
    boolean dated = values.stream().map(Point.Value::date).distinct().count() == values.size();
    double[] x = new double[values.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          dated
              ? ChronoUnit.DAYS.between(values.getFirst().date(), values.get(i).date()) / DAYS
              : i;
    }
    double[] y = values.stream().mapToDouble(Point.Value::value).toArray();
    var slope = TheilSen.of(x, y);
    var test = MannKendall.of(y);
    double p = y.length < Verdict.SETTLED ? test.p() : test.pUnderLikeness(rest(x, y, slope));
    return new Trend(
        y.length,
        slope.slope(),
        slope.interval(),
        dated ? "four weeks" : "session",
        test.s(),
        p,
        p,
        1);
  }

  private static double[] rest(double[] x, double[] y, TheilSen line) {
    double[] rest = new double[y.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = y[i] - line.slope() * x[i];
    }
    return rest;
  }

  Trend adjusted(double newP, int newFamily) {
    return new Trend(points, slope, interval, per, s, p, newP, newFamily);
  }

  Direction direction() {
    return slope >= 0 ? Direction.RISE : Direction.FALL;
  }

  boolean leavesOutZero() {
    return interval.low() > 0 || interval.high() < 0;
  }
}
