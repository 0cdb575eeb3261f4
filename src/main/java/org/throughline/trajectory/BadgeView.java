package org.throughline.trajectory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Badge;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * How a code fares here, as it is printed wherever its figures are.
 *
 * @param precision null where nobody has judged a suggestion
 * @param recall null where nobody has looked for what was missed
 * @param alpha the one that the band follows from; null where none decides
 * @param band "firm", "tentative", "exploratory" or "unknown"
 * @param state "not_measured", "too_few", "exploratory", "tentative" or "firm"
 * @param inTrends whether it may stand in a trend unasked
 * @param alphas all there are, each with what it rests on
 * @param says all of it in plain words
 */
public record BadgeView(
    String code,
    @Nullable Share precision,
    @Nullable Share recall,
    @Nullable Double alpha,
    String band,
    String state,
    boolean inTrends,
    List<Badge.Alpha> alphas,
    String says) {

  /** A share with its Wilson interval at 95 %. */
  public record Share(long k, long n, double low, double high) {

    static @Nullable Share of(Tally tally) {
      if (tally.n() == 0) {
        return null;
      }
      Interval interval = Wilson.interval(tally);
      return new Share(tally.k(), tally.n(), interval.low(), interval.high());
    }
  }

  public BadgeView {
    alphas = List.copyOf(alphas);
  }

  public static BadgeView of(Badge badge) {
    Badge.Kind kind = badge.kind();
    Badge.Alpha deciding = badge.deciding();
    boolean known = kind != Badge.Kind.NOT_MEASURED && kind != Badge.Kind.TOO_FEW;
    return new BadgeView(
        badge.code(),
        Share.of(badge.precision()),
        Share.of(badge.recall()),
        deciding == null ? null : deciding.value(),
        known ? kind.id() : "unknown",
        kind.id(),
        !badge.isExploratory(),
        badge.alphas(),
        badge.says());
  }
}
