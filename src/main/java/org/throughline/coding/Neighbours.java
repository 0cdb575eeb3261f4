package org.throughline.coding;

import java.util.Comparator;
import java.util.List;
import org.throughline.codebook.Cue.Reach;
import org.throughline.coding.WordAutomaton.Run;

/**
 * The matches of one pattern, asked whether one of them stands near a match of another. They are
 * kept in order, so that a turn of a million words is not searched through for each of its words.
 */
final class Neighbours {

  private final List<Run> runs;
  private final int longest;
  private final int firstEnd;

  Neighbours(List<Run> matches) {
    this.runs = matches.stream().sorted(Comparator.comparingInt(Run::first)).toList();
    this.longest = runs.stream().mapToInt(run -> run.end() - run.first()).max().orElse(0);
    this.firstEnd = runs.stream().mapToInt(Run::end).min().orElse(Integer.MAX_VALUE);
  }

  /** Whether one of them lies within reach of a match. */
  boolean reach(Run run, Reach reach, TurnReading reading) {
    if (runs.isEmpty()) {
      return false;
    }
    return switch (reach.kind()) {
      case TURN -> inTurn(run, reach.side());
      case OVERLAP -> among(run, reach, reading, run.first(), run.end());
      case WORDS ->
          among(run, reach, reading, run.first() - reach.words(), run.end() + reach.words());
      case CLAUSE, SENTENCE -> {
        int sentence = reading.sentenceOf(run.first());
        if (sentence < 0) {
          yield false;
        }
        var within = reading.turn().sentences().get(sentence);
        yield among(run, reach, reading, within.firstToken(), within.endToken());
      }
    };
  }

  private boolean inTurn(Run run, Reach.Side side) {
    return switch (side) {
      case BEFORE -> firstEnd <= run.first();
      case AFTER -> runs.getLast().first() >= run.end();
      case EITHER -> true;
    };
  }

  /** Only those that touch the stretch from one word to before another can be near. */
  private boolean among(Run run, Reach reach, TurnReading reading, int from, int to) {
    for (int i = firstFrom(runs, from - longest); i < runs.size(); i++) {
      Run other = runs.get(i);
      if (other.first() > to) {
        return false;
      }
      if (near(run, other, reach, reading)) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(Run run, Run other, Reach reach, TurnReading reading) {
    boolean overlaps = run.first() < other.end() && other.first() < run.end();
    if (reach.kind() == Reach.Kind.OVERLAP) {
      return overlaps;
    }
    boolean before = other.end() <= run.first();
    boolean after = other.first() >= run.end();
    boolean side =
        switch (reach.side()) {
          case BEFORE -> before;
          case AFTER -> after;
          case EITHER -> true;
        };
    return side
        && switch (reach.kind()) {
          case WORDS ->
              overlaps
                  || (before && run.first() - other.end() < reach.words())
                  || (after && other.first() - run.end() < reach.words());
          case CLAUSE -> reading.clauseOf(run.first()) == reading.clauseOf(other.first());
          case SENTENCE -> reading.sentenceOf(run.first()) == reading.sentenceOf(other.first());
          case OVERLAP, TURN -> true;
        };
  }

  /** Where in a list in order the runs begin that start at a word or after it. */
  static int firstFrom(List<Run> runs, int word) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).first() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
