package org.throughline.trajectory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.indicator.Feelings;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.TurnCounts;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Rarefaction;
import org.throughline.statistic.Wilson;

/**
 * How many kinds of feeling a session names in a given number of words (Hurlbert 1971), and how
 * sure that is: the jackknife over turns (Tukey 1958; Efron 1982), because drawing turns again with
 * replacement would lose kinds and never win any.
 */
record Kinds(double expected, Interval interval) {

  static Kinds in(Indicators session, long m) {
    Map<String, Integer> all = count(session.turns());
    long words = session.clientWords();
    double expected = Rarefaction.expected(all.values(), words, m);
    int turns = session.turns().size();
    double sum = 0;
    double squares = 0;
    for (TurnCounts left : session.turns()) {
      Map<String, Integer> rest = new TreeMap<>(all);
      left.codes().forEach((code, k) -> rest.computeIfPresent(code, (c, count) -> count - k));
      long restWords = words - left.words();
      double without = Rarefaction.expected(rest.values(), restWords, Math.min(m, restWords));
      sum += without;
      squares += without * without;
    }
    double spread = Math.max(0, squares - sum * sum / Math.max(1, turns));
    double error = turns < 2 ? expected : Math.sqrt((turns - 1.0) / turns * spread);
    double half = Wilson.Z95 * error;
    return new Kinds(expected, new Interval(Math.max(0, expected - half), expected + half));
  }

  private static Map<String, Integer> count(List<TurnCounts> turns) {
    Map<String, Integer> counts = new TreeMap<>();
    for (TurnCounts turn : turns) {
      turn.codes()
          .forEach(
              (code, k) -> {
                if (Feelings.isFamily(code)) {
                  counts.merge(code, k, Integer::sum);
                }
              });
    }
    return counts;
  }
}
