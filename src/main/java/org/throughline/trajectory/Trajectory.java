package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Badge;
import org.throughline.indicator.Badges;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;
import org.throughline.statistic.Holm;

/**
 * A client's course, as far as words show it: every indicator over every kind of text there is.
 *
 * @param trends how many trends were tested, and their p adjusted for
 * @param badges how the codes fare against people here
 * @param exploratory whether trends were asked for that rest on exploratory codes
 */
public record Trajectory(
    History history, List<Series> series, int trends, Badges badges, boolean exploratory) {

  public Trajectory {
    series = List.copyOf(series);
  }

  /** Where nothing was judged and nothing is exploratory. */
  public static Trajectory of(History history) {
    return of(history, Badges.NONE, false);
  }

  /**
   * Computes all series and adjusts their tests for one another.
   *
   * @param exploratory whether trends may rest on codes that are exploratory here
   */
  public static Trajectory of(History history, Badges badges, boolean exploratory) {
    List<Series> series = new ArrayList<>();
    for (SessionKind kind : SessionKind.values()) {
      for (String prompt : history.prompts(kind)) {
        Arrays.stream(Indicator.values())
            .filter(i -> i != Indicator.CHANGE_TALK || !history.changeTarget().isBlank())
            .map(indicator -> Tracer.trace(history, kind, prompt, indicator))
            .map(one -> exploratory ? one : leavingOut(one, history, badges))
            .forEach(series::add);
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
    return new Trajectory(history, settled, p.length, badges, exploratory);
  }

  /** No trend where a code that occurs in its figures is exploratory. */
  private static Series leavingOut(Series series, History history, Badges badges) {
    if (trend(series.verdict()) == null) {
      return series;
    }
    List<Badge> exploratory = badges.exploratory(occurring(series, history));
    return exploratory.isEmpty() ? series : series.with(new Verdict.LeftOut(exploratory));
  }

  /** The codes that a series rests on and that occur in its meetings, in alphabetical order. */
  public static List<String> occurring(Series series, History history) {
    Set<String> occurring = new TreeSet<>();
    for (Indicators meeting : history.of(series.kind(), series.prompt())) {
      for (String code : series.indicator().restsOn()) {
        if (meeting.codes().containsKey(code)) {
          occurring.add(code);
        }
      }
    }
    return List.copyOf(occurring);
  }

  /** The badges of every code that occurs, in alphabetical order. */
  public List<Badge> occurring() {
    Set<String> occurring = new TreeSet<>();
    history.meetings().forEach(meeting -> occurring.addAll(meeting.codes().keySet()));
    return badges.of(occurring);
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
      case Verdict.LeftOut left -> null;
    };
  }
}
