package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.SessionKind;
import org.throughline.statistic.Holm;

/**
 * A client's course, as far as words show it: every indicator over every kind of text there is.
 *
 * @param trends how many trends were tested, and their p adjusted for
 */
public record Trajectory(History history, List<Series> series, int trends) {

  public Trajectory {
    series = List.copyOf(series);
  }

  /** Computes all series and adjusts their tests for one another. */
  public static Trajectory of(History history) {
    List<Series> series = new ArrayList<>();
    for (SessionKind kind : SessionKind.values()) {
      for (String prompt : history.prompts(kind)) {
        Arrays.stream(Indicator.values())
            .filter(i -> i != Indicator.CHANGE_TALK || !history.changeTarget().isBlank())
            .forEach(indicator -> series.add(Tracer.trace(history, kind, prompt, indicator)));
      }
    }
    double[] p =
        series.stream()
            .map(s -> trend(s.verdict()))
            .filter(t -> t != null)
            .mapToDouble(Trend::p)
            .toArray();
    double[] adjusted = Holm.adjust(p);
    List<Series> settled = new ArrayList<>();
    int next = 0;
    for (Series one : series) {
      Trend trend = trend(one.verdict());
      settled.add(
          trend == null ? one : one.with(Verdict.on(trend.adjusted(adjusted[next++], p.length))));
    }
    return new Trajectory(history, settled, p.length);
  }

  public Optional<Series> series(SessionKind kind, Indicator indicator) {
    return series.stream()
        .filter(one -> one.kind() == kind && one.indicator() == indicator)
        .findFirst();
  }

  static @Nullable Trend trend(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoChangeDistinguishable none -> none.trend();
      case Verdict.Tentative tentative -> tentative.trend();
      case Verdict.Change change -> change.trend();
      case Verdict.NotEnoughText text -> null;
      case Verdict.NotEnoughSessions sessions -> null;
      case Verdict.NotComparable comparable -> null;
    };
  }
}
