package org.throughline.trajectory;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where verdicts become sentences. */
public final class Wording {

  private Wording() {}

  static @Nullable Direction direction(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Change change -> change.direction();
      case Verdict.Tentative tentative -> tentative.direction();
      case Verdict.NoChangeDistinguishable none -> null;
      case Verdict.NotEnoughText text -> null;
      case Verdict.NotEnoughSessions sessions -> null;
      case Verdict.NotComparable comparable -> null;
      case Verdict.LeftOut left -> null;
    };
  }

  /** The rung of the ladder: two or three words. */
  public static String rung(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Change change -> change.direction().label();
      case Verdict.Tentative tentative -> "tentative " + tentative.direction().label();
      case Verdict.NoChangeDistinguishable none -> "no change distinguishable";
      case Verdict.NotEnoughText text -> "not enough text";
      case Verdict.NotEnoughSessions sessions -> "not enough sessions";
      case Verdict.NotComparable comparable -> "not comparable";
      case Verdict.LeftOut left -> "left out of trends";
    };
  }

  /** The word used in the API. */
  static String kind(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Change change -> "change";
      case Verdict.Tentative tentative -> "tentative";
      case Verdict.NoChangeDistinguishable none -> "no_change_distinguishable";
      case Verdict.NotEnoughText text -> "not_enough_text";
      case Verdict.NotEnoughSessions sessions -> "not_enough_sessions";
      case Verdict.NotComparable comparable -> "not_comparable";
      case Verdict.LeftOut left -> "left_out";
    };
  }

  /** One or two plain sentences. */
  public static String sentence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Change change ->
          "A %s: %s".formatted(change.direction().label(), trend(change.trend()));
      case Verdict.Tentative tentative ->
          "A tentative %s, which more sessions may undo: %s"
              .formatted(tentative.direction().label(), trend(tentative.trend()));
      case Verdict.NoChangeDistinguishable none ->
          "No change distinguishable: %s".formatted(trend(none.trend()));
      case Verdict.NotEnoughText text ->
          "Not enough text: %d of %d meetings hold enough for a trend, and it takes %d."
              .formatted(text.enough(), text.meetings(), Verdict.FEWEST);
      case Verdict.NotEnoughSessions sessions ->
          "Not enough sessions: %d with enough text, and it takes %d to speak of a trend."
              .formatted(sessions.enough(), Verdict.FEWEST);
      case Verdict.NotComparable comparable ->
          "Not comparable: " + String.join("; ", comparable.changes()) + ".";
      case Verdict.LeftOut left ->
          "Left out of trends unless asked for: %s; it takes an alpha of .667."
              .formatted(
                  left.exploratory().stream()
                      .map(badge -> badge.code() + " is " + badge.says())
                      .collect(Collectors.joining("; ")));
    };
  }

  private static String trend(Trend trend) {
    return "%s for each %s (95 %% interval %s to %s) over %d sessions, %s, %s after correction for %d trends."
        .formatted(
            Figures.signed(trend.slope()),
            trend.per(),
            Figures.signed(trend.interval().low()),
            Figures.signed(trend.interval().high()),
            trend.points(),
            Figures.p(trend.p()),
            Figures.p(trend.adjusted()),
            trend.family());
  }
}
