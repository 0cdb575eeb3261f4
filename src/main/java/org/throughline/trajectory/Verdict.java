package org.throughline.trajectory;

import java.util.List;
import org.throughline.indicator.Badge;

/** What may be said of a series: one of seven things, and nothing else. */
public sealed interface Verdict {

  /** Fewer values than this and no trend is computed. */
  int FEWEST = 5;

  /** From this many on a trend is not called tentative for its length alone. */
  int SETTLED = 8;

  double LEVEL = 0.05;

  /**
   * There were meetings enough, but too many of them held too little text.
   *
   * @param meetings held
   * @param enough how many held enough text for a trend
   */
  record NotEnoughText(int meetings, int enough) implements Verdict {}

  /**
   * There were fewer than {@value #FEWEST} meetings.
   *
   * @param enough how many held enough text for a trend
   */
  record NotEnoughSessions(int enough) implements Verdict {}

  /**
   * The texts came about in different ways, so that a difference may come from that.
   *
   * @param changes what changed and when, in plain words
   */
  record NotComparable(List<String> changes) implements Verdict {
    public NotComparable {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A code that the figure rests on is exploratory here: people and cues, or people among
   * themselves, do not agree on it enough, so no trend is spoken of unless somebody asks for it.
   *
   * @param exploratory badges of these codes
   */
  record LeftOut(List<Badge> exploratory) implements Verdict {
    public LeftOut {
      exploratory = List.copyOf(exploratory);
    }
  }

  /** A finding: what was said does not tell a rise from a fall. */
  record NoChangeDistinguishable(Trend trend) implements Verdict {}

  /** A trend that more sessions may undo. */
  record Tentative(Direction direction, Trend trend) implements Verdict {}

  record Change(Direction direction, Trend trend) implements Verdict {}

  /** The verdict on a trend whose p has been adjusted for all trends of the report. */
  static Verdict on(Trend trend) {
    if (trend.p() >= LEVEL || !trend.leavesOutZero()) {
      return new NoChangeDistinguishable(trend);
    }
    return trend.points() < SETTLED || trend.adjusted() >= LEVEL
        ? new Tentative(trend.direction(), trend)
        : new Change(trend.direction(), trend);
  }
}
