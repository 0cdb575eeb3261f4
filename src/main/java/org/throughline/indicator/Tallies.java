package org.throughline.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Bootstrap;
import org.throughline.statistic.Byar;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/** From the counts of a session's turns to its readings. */
final class Tallies {

  private static final List<String> VALUED =
      List.of("agency.volitional", "agency.act", "agency.constrained", "agency.undergoer");

  private Tallies() {}

  static Reading read(Indicator indicator, List<TurnCounts> turns, int episodes) {
    List<Tally> tallies =
        turns.stream().map(turn -> of(indicator, turn)).filter(t -> t.n() > 0).toList();
    int words = turns.stream().mapToInt(TurnCounts::words).sum();
    Tally all =
        indicator == Indicator.EMOTION_RANGE
            ? new Tally(families(turns), words)
            : tallies.stream().reduce(Tally.NONE, Tally::plus);
    int material =
        switch (indicator.unit()) {
          case KINDS, PER_1000_WORDS -> words;
          case PER_100_EPISODE_CLAUSES -> episodes;
          case SHARE -> Math.toIntExact(all.n());
        };
    return new Reading(indicator, all, material, interval(indicator, tallies, all));
  }

  /** Kinds do not add up over turns: sadness named twice is one kind. */
  private static long families(List<TurnCounts> turns) {
    return turns.stream()
        .flatMap(turn -> turn.codes().keySet().stream())
        .filter(Feelings::isFamily)
        .distinct()
        .count();
  }

  private static Tally of(Indicator indicator, TurnCounts turn) {
    return switch (indicator) {
      case EMOTION_RANGE ->
          new Tally(
              turn.codes().keySet().stream().filter(Feelings::isFamily).count(), turn.words());
      case EMOTION_NEGATIVE, EMOTION_POSITIVE ->
          new Tally(turn.count(indicator.speaksFor()), turn.words());
      case EMOTION_MIXED -> new Tally(turn.mixed(), turn.words());
      case EMOTION_UNDIFFERENTIATED, SELF_COMPASSIONATE, SELF_SEPARATED, CHANGE_TALK -> {
        int k = turn.count(indicator.speaksFor());
        yield new Tally(k, k + turn.count(indicator.speaksAgainst()));
      }
      case AGENCY_SHARE -> new Tally(turn.count(indicator.speaksFor()), turn.count(VALUED));
      // A clause finder and a cue may disagree by a clause: the denominator never lies below.
      case AGENCY_VOLITIONAL, AGENCY_UNDERGOER ->
          new Tally(
              turn.count(indicator.speaksFor()), Math.max(turn.selfClauses(), turn.count(VALUED)));
      case COHERENCE_TIME,
          COHERENCE_PLACE,
          COHERENCE_SEQUENCE,
          COHERENCE_CAUSE,
          COHERENCE_MEANING,
          COHERENCE_CONTRAST,
          COHERENCE_FUTURE,
          COHERENCE_RESOLUTION,
          COHERENCE_FRAGMENT ->
          turn.episode() < 0
              ? Tally.NONE
              : new Tally(turn.count(indicator.speaksFor()), turn.clauses());
    };
  }

  /** The wider of the two, so that neither few turns nor turns that agree make it look surer. */
  private static @Nullable Interval interval(Indicator indicator, List<Tally> turns, Tally all) {
    if (all.n() == 0 || indicator == Indicator.EMOTION_RANGE) {
      return null;
    }
    Interval direct = indicator.isRate() ? Byar.interval(all) : Wilson.interval(all);
    return turns.size() < Bootstrap.FEWEST_TURNS ? direct : direct.wider(Bootstrap.interval(turns));
  }
}
