package org.throughline.trajectory;

import java.util.List;
import java.util.Optional;
import org.throughline.indicator.Indicator;
import org.throughline.statistic.Byar;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * The first meetings taken together: what later ones are held against.
 *
 * @param sessions whose
 * @param interval at least as wide as that of the narrowest of them
 */
public record Baseline(List<String> sessions, double value, Tally tally, Interval interval) {

  static final int SESSIONS = 3;

  public Baseline {
    sessions = List.copyOf(sessions);
  }

  /** From the first figures; empty where there are none. Kinds of feeling are averaged. */
  static Optional<Baseline> of(Indicator indicator, List<Point.Value> values) {
    List<Point.Value> first = values.stream().limit(SESSIONS).toList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Tally tally = first.stream().map(Point.Value::tally).reduce(Tally.NONE, Tally::plus);
    List<String> sessions = first.stream().map(Point.Value::sessionId).toList();
    if (indicator.unit() == Indicator.Unit.KINDS) {
      double mean = first.stream().mapToDouble(Point.Value::value).average().orElse(0);
      double low = first.stream().mapToDouble(v -> v.interval().low()).min().orElse(mean);
      double high = first.stream().mapToDouble(v -> v.interval().high()).max().orElse(mean);
      return Optional.of(new Baseline(sessions, mean, tally, new Interval(low, high)));
    }
    Interval rate = indicator.isRate() ? Byar.interval(tally) : Wilson.interval(tally);
    double factor = indicator.unit().factor();
    return Optional.of(new Baseline(sessions, tally.rate() * factor, tally, rate.times(factor)));
  }
}
