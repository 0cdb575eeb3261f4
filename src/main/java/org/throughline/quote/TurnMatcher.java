package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** A {@link Pattern} over one segment: the stretches of a turn that match. */
abstract class TurnMatcher {

  /** Whether any stretch matches. */
  boolean matches(int turn, int length) throws IOException {
    Ranges found = new Ranges();
    find(turn, length, found);
    return found.size() > 0;
  }

  /** Adds every stretch that matches. */
  abstract void find(int turn, int length, Ranges out) throws IOException;

  /** As {@link WordMatcher#turns}. */
  abstract @Nullable DocIdSetIterator turns();

  static TurnMatcher of(Pattern pattern, LeafReader reader, Deadline deadline) throws IOException {
    return switch (pattern) {
      case Pattern.Word word -> new Words(WordMatcher.of(word.test(), reader));
      case Pattern.Regular row ->
          new Row(
              RowMatcher.of(
                  row, reader, WordMatcher.of(new TokenTest.Is(Layer.FILLER, ""), reader)));
      case Pattern.Run run -> new Runs(WordMatcher.of(run.test(), reader));
      case Pattern.Sentences sentences ->
          new Sentences(WordMatcher.of(new TokenTest.Is(Layer.SENTENCE, ""), reader));
      case Pattern.AnyOf anyOf -> {
        List<TurnMatcher> parts = new ArrayList<>();
        for (Pattern part : anyOf.parts()) {
          parts.add(of(part, reader, deadline));
        }
        yield new AnyOf(parts);
      }
      case Pattern.Near near -> PairMatcher.of(near, reader, deadline);
      case Pattern.SameSentence same -> PairMatcher.of(same, reader, deadline);
      case Pattern.Within within -> PairMatcher.of(within, reader, deadline);
    };
  }

  private static final class Words extends TurnMatcher {
    private final WordMatcher word;

    Words(WordMatcher word) {
      this.word = word;
    }

    @Override
    boolean matches(int turn, int length) throws IOException {
      return !word.at(turn, length).isEmpty();
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      Bits at = word.at(turn, length);
      for (int i = at.next(0); i >= 0; i = at.next(i + 1)) {
        out.add(i, i + 1);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return word.turns();
    }
  }

  private static final class Row extends TurnMatcher {
    private final RowMatcher row;
    private final Bits starts = new Bits();
    private final Bits ends = new Bits();

    Row(RowMatcher row) {
      this.row = row;
    }

    @Override
    boolean matches(int turn, int length) throws IOException {
      starts.reset(length);
      starts.fill(length);
      row.step(turn, length, starts, ends);
      return !ends.isEmpty();
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      for (int start = 0; start < length; start++) {
        starts.reset(length);
        starts.set(start);
        row.step(turn, length, starts, ends);
        for (int end = ends.next(start + 1); end >= 0; end = ends.next(end + 1)) {
          out.add(start, end);
        }
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return row.turns();
    }
  }

  private static final class Runs extends TurnMatcher {
    private final WordMatcher word;

    Runs(WordMatcher word) {
      this.word = word;
    }

    @Override
    boolean matches(int turn, int length) throws IOException {
      return !word.at(turn, length).isEmpty();
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      Bits at = word.at(turn, length);
      for (int start = at.next(0); start >= 0; ) {
        int end = start + 1;
        while (end < length && at.get(end)) {
          end++;
        }
        out.add(start, end);
        start = at.next(end);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return word.turns();
    }
  }

  private static final class Sentences extends TurnMatcher {
    private final WordMatcher starts;

    Sentences(WordMatcher starts) {
      this.starts = starts;
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      Bits at = starts.at(turn, length);
      for (int start = 0; start < length; ) {
        int next = at.next(start + 1);
        int end = next < 0 ? length : next;
        out.add(start, end);
        start = end;
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return null;
    }
  }

  private static final class AnyOf extends TurnMatcher {
    private final List<TurnMatcher> parts;

    AnyOf(List<TurnMatcher> parts) {
      this.parts = parts;
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      for (TurnMatcher part : parts) {
        part.find(turn, length, out);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      List<DocIdSetIterator> every = new ArrayList<>();
      for (TurnMatcher part : parts) {
        DocIdSetIterator turns = part.turns();
        if (turns == null) {
          return null;
        }
        every.add(turns);
      }
      return AnyIterator.of(every);
    }
  }
}
