package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Pattern.Regular} over one segment: from a set of places where a stretch may begin, it
 * steps to the set of places where it may end. All beginnings move at once, so that asking whether
 * a turn matches costs a few machine words whatever the repetitions.
 */
abstract class RowMatcher {

  /** Writes into {@code ends} where stretches that begin at one of {@code starts} may end. */
  abstract void step(int turn, int length, Bits starts, Bits ends) throws IOException;

  /** As {@link WordMatcher#turns}. */
  abstract @Nullable DocIdSetIterator turns();

  static RowMatcher of(Pattern.Regular pattern, LeafReader reader, WordMatcher fillers)
      throws IOException {
    return switch (pattern) {
      case Pattern.Word word -> new One(WordMatcher.of(word.test(), reader));
      case Pattern.Sequence sequence ->
          new Sequence(all(sequence.parts(), reader, fillers), fillers);
      case Pattern.Either either -> new Either(all(either.parts(), reader, fillers));
      case Pattern.Repeat repeat -> new Repeat(of(repeat.part(), reader, fillers), repeat, fillers);
    };
  }

  private static List<RowMatcher> all(
      List<Pattern.Regular> parts, LeafReader reader, WordMatcher fillers) throws IOException {
    List<RowMatcher> matchers = new ArrayList<>();
    for (Pattern.Regular part : parts) {
      matchers.add(of(part, reader, fillers));
    }
    return matchers;
  }

  private static final class One extends RowMatcher {
    private final WordMatcher word;

    One(WordMatcher word) {
      this.word = word;
    }

    @Override
    void step(int turn, int length, Bits starts, Bits ends) throws IOException {
      ends.copy(starts);
      ends.and(word.at(turn, length));
      ends.shift();
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return word.turns();
    }
  }

  private static final class Sequence extends RowMatcher {
    private final List<RowMatcher> parts;
    private final WordMatcher fillers;
    private final Bits between = new Bits();

    Sequence(List<RowMatcher> parts, WordMatcher fillers) {
      this.parts = parts;
      this.fillers = fillers;
    }

    @Override
    void step(int turn, int length, Bits starts, Bits ends) throws IOException {
      ends.copy(starts);
      for (int i = 0; i < parts.size() && !ends.isEmpty(); i++) {
        if (i > 0) {
          ends.stepOver(fillers.at(turn, length));
        }
        between.copy(ends);
        parts.get(i).step(turn, length, between, ends);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      List<DocIdSetIterator> known = new ArrayList<>();
      for (RowMatcher part : parts) {
        DocIdSetIterator turns = part.turns();
        if (turns != null) {
          known.add(turns);
        }
      }
      return WordMatcher.all(known);
    }
  }

  private static final class Either extends RowMatcher {
    private final List<RowMatcher> parts;
    private final Bits one = new Bits();

    Either(List<RowMatcher> parts) {
      this.parts = parts;
    }

    @Override
    void step(int turn, int length, Bits starts, Bits ends) throws IOException {
      ends.reset(length);
      for (RowMatcher part : parts) {
        part.step(turn, length, starts, one);
        ends.or(one);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      List<DocIdSetIterator> every = new ArrayList<>();
      for (RowMatcher part : parts) {
        DocIdSetIterator turns = part.turns();
        if (turns == null) {
          return null;
        }
        every.add(turns);
      }
      return AnyIterator.of(every);
    }
  }

  private static final class Repeat extends RowMatcher {
    private final RowMatcher part;
    private final Pattern.Repeat bounds;
    private final WordMatcher fillers;
    private final Bits reached = new Bits();
    private final Bits before = new Bits();

    Repeat(RowMatcher part, Pattern.Repeat bounds, WordMatcher fillers) {
      this.part = part;
      this.bounds = bounds;
      this.fillers = fillers;
    }

    @Override
    void step(int turn, int length, Bits starts, Bits ends) throws IOException {
      ends.reset(length);
      reached.copy(starts);
      for (int times = 0; !reached.isEmpty(); times++) {
        if (times >= bounds.min()) {
          ends.or(reached);
        }
        if (times == bounds.max()) {
          break;
        }
        before.copy(reached);
        if (times > 0) {
          before.stepOver(fillers.at(turn, length));
        }
        part.step(turn, length, before, reached);
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return bounds.min() == 0 ? null : part.turns();
    }
  }
}
