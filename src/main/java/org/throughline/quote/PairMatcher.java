package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * Two patterns and what must hold between a stretch of the one and a stretch of the other. Only
 * stretches that begin near enough are compared.
 */
abstract class PairMatcher extends TurnMatcher {

  private final TurnMatcher first;
  private final TurnMatcher second;
  private final Deadline deadline;
  private final Ranges firsts = new Ranges();
  private final Ranges seconds = new Ranges();
  private int longest;

  private PairMatcher(Pattern first, Pattern second, LeafReader reader, Deadline deadline)
      throws IOException {
    this.first = of(first, reader, deadline);
    this.second = of(second, reader, deadline);
    this.deadline = deadline;
  }

  static TurnMatcher of(Pattern.Near near, LeafReader reader, Deadline deadline)
      throws IOException {
    return new Near(near, reader, deadline);
  }

  static TurnMatcher of(Pattern.SameSentence same, LeafReader reader, Deadline deadline)
      throws IOException {
    return new SameSentence(same, reader, deadline);
  }

  static TurnMatcher of(Pattern.Within within, LeafReader reader, Deadline deadline)
      throws IOException {
    return new Within(within, reader, deadline);
  }

  /** Called for each pair that fits; false to stop. */
  @FunctionalInterface
  private interface Pair {
    boolean fits(int firstStart, int firstEnd, int secondStart, int secondEnd);
  }

  private void eachPair(int turn, int length, Pair pair) throws IOException {
    if (!read(turn, length)) {
      return;
    }
    for (int i = 0; i < firsts.size(); i++) {
      int start = firsts.start(i);
      int end = firsts.end(i);
      int j = seconds.firstFrom(earliest(turn, length, start, end));
      int last = latest(turn, length, start, end);
      for (; j < seconds.size() && seconds.start(j) <= last; j++) {
        if (deadline.passed()) {
          return;
        }
        if (fits(start, end, seconds.start(j), seconds.end(j))
            && !pair.fits(start, end, seconds.start(j), seconds.end(j))) {
          return;
        }
      }
    }
  }

  /** Reads both sides; false when one has no stretch. */
  private boolean read(int turn, int length) throws IOException {
    firsts.clear();
    first.find(turn, length, firsts);
    if (firsts.size() == 0) {
      return false;
    }
    seconds.clear();
    second.find(turn, length, seconds);
    seconds.sort();
    longest = seconds.longest();
    return seconds.size() > 0;
  }

  @Override
  boolean matches(int turn, int length) throws IOException {
    boolean[] any = {false};
    eachPair(
        turn,
        length,
        (a, b, c, d) -> {
          any[0] = true;
          return false;
        });
    return any[0];
  }

  @Override
  void find(int turn, int length, Ranges out) throws IOException {
    Ranges found = new Ranges();
    eachPair(
        turn,
        length,
        (start, end, otherStart, otherEnd) -> {
          found.add(Math.min(start, otherStart), Math.max(end, otherEnd));
          return true;
        });
    found.sort();
    found.keepInnermost();
    out.addAll(found);
  }

  /** Where a second stretch may begin at the earliest to fit a first one. Asked first. */
  abstract int earliest(int turn, int length, int start, int end) throws IOException;

  /** And at the latest. */
  abstract int latest(int turn, int length, int start, int end) throws IOException;

  abstract boolean fits(int start, int end, int otherStart, int otherEnd);

  final int longest() {
    return longest;
  }

  @Override
  @Nullable DocIdSetIterator turns() {
    List<DocIdSetIterator> known = new ArrayList<>();
    for (TurnMatcher part : List.of(first, second)) {
      DocIdSetIterator turns = part.turns();
      if (turns != null) {
        known.add(turns);
      }
    }
    return WordMatcher.all(known);
  }

  private static final class Near extends PairMatcher {
    private final int distance;
    private final boolean ordered;
    private final boolean same;

    Near(Pattern.Near near, LeafReader reader, Deadline deadline) throws IOException {
      super(near.first(), near.second(), reader, deadline);
      distance = near.distance();
      ordered = near.ordered();
      same = near.first().equals(near.second());
    }

    @Override
    int earliest(int turn, int length, int start, int end) {
      return ordered ? start + 1 : start - distance - longest();
    }

    @Override
    int latest(int turn, int length, int start, int end) {
      return end + distance;
    }

    @Override
    boolean fits(int start, int end, int otherStart, int otherEnd) {
      if (same && start == otherStart && end == otherEnd) {
        return false;
      }
      return end <= otherStart
          ? otherStart - end < distance
          : otherEnd > start || start - otherEnd < distance;
    }
  }

  private static final class SameSentence extends PairMatcher {
    private final WordMatcher starts;
    private final boolean same;
    private int sentenceEnd;

    SameSentence(Pattern.SameSentence both, LeafReader reader, Deadline deadline)
        throws IOException {
      super(both.first(), both.second(), reader, deadline);
      starts = WordMatcher.of(new TokenTest.Is(Layer.SENTENCE, ""), reader);
      same = both.first().equals(both.second());
    }

    @Override
    int earliest(int turn, int length, int start, int end) throws IOException {
      int next = starts.at(turn, length).next(start + 1);
      sentenceEnd = next < 0 ? length : next;
      return starts.at(turn, length).previous(start);
    }

    @Override
    int latest(int turn, int length, int start, int end) {
      return end > sentenceEnd ? -1 : sentenceEnd;
    }

    @Override
    boolean fits(int start, int end, int otherStart, int otherEnd) {
      return otherEnd <= sentenceEnd && !(same && start == otherStart && end == otherEnd);
    }
  }

  /** Its stretches are those of the first pattern. */
  private static final class Within extends PairMatcher {
    Within(Pattern.Within within, LeafReader reader, Deadline deadline) throws IOException {
      super(within.inner(), within.outer(), reader, deadline);
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      super.eachPair(
          turn,
          length,
          (start, end, otherStart, otherEnd) -> {
            out.add(start, end);
            return true;
          });
      out.sort();
    }

    @Override
    int earliest(int turn, int length, int start, int end) {
      return start - longest();
    }

    @Override
    int latest(int turn, int length, int start, int end) {
      return start;
    }

    @Override
    boolean fits(int start, int end, int otherStart, int otherEnd) {
      return end <= otherEnd;
    }
  }
}
