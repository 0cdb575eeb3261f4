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

  /** Adds every stretch that matches, in order, each once. */
  abstract void find(int turn, int length, Ranges out) throws IOException;

  /** As {@link WordMatcher#turns}. */
  abstract @Nullable DocIdSetIterator turns();

  static TurnMatcher of(Pattern pattern, LeafReader reader) throws IOException {
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
          parts.add(of(part, reader));
        }
        yield new AnyOf(parts);
      }
      case Pattern.Near near ->
          new Near(
              of(near.first(), reader),
              of(near.second(), reader),
              near.distance(),
              near.ordered(),
              near.first().equals(near.second()));
      case Pattern.SameSentence same ->
          new SameSentence(
              of(same.first(), reader),
              of(same.second(), reader),
              WordMatcher.of(new TokenTest.Is(Layer.SENTENCE, ""), reader),
              same.first().equals(same.second()));
      case Pattern.Within within ->
          new Within(of(within.inner(), reader), of(within.outer(), reader));
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
      out.sort();
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

  /** Two patterns and what must hold between a stretch of the one and a stretch of the other. */
  private abstract static class Pairs extends TurnMatcher {
    private final TurnMatcher first;
    private final TurnMatcher second;
    private final Ranges firsts = new Ranges();
    private final Ranges seconds = new Ranges();

    Pairs(TurnMatcher first, TurnMatcher second) {
      this.first = first;
      this.second = second;
    }

    /** Reads both sides; false when one has no stretch. */
    final boolean read(int turn, int length) throws IOException {
      firsts.clear();
      seconds.clear();
      first.find(turn, length, firsts);
      if (firsts.size() == 0) {
        return false;
      }
      second.find(turn, length, seconds);
      return seconds.size() > 0;
    }

    @Override
    boolean matches(int turn, int length) throws IOException {
      if (!read(turn, length)) {
        return false;
      }
      for (int i = 0; i < firsts.size(); i++) {
        for (int j = 0; j < seconds.size(); j++) {
          if (fits(turn, length, i, j)) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    void find(int turn, int length, Ranges out) throws IOException {
      if (!read(turn, length)) {
        return;
      }
      for (int i = 0; i < firsts.size(); i++) {
        for (int j = 0; j < seconds.size(); j++) {
          if (fits(turn, length, i, j)) {
            add(i, j, out);
          }
        }
      }
      out.sort();
      if (!(this instanceof Within)) {
        out.keepInnermost();
      }
    }

    abstract boolean fits(int turn, int length, int i, int j) throws IOException;

    void add(int i, int j, Ranges out) {
      out.add(least(i, j), Math.max(firsts.end(i), seconds.end(j)));
    }

    final int least(int i, int j) {
      return Math.min(firsts.start(i), seconds.start(j));
    }

    final boolean identical(int i, int j) {
      return firsts.start(i) == seconds.start(j) && firsts.end(i) == seconds.end(j);
    }

    final Ranges firsts() {
      return firsts;
    }

    final Ranges seconds() {
      return seconds;
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
  }

  private static final class Near extends Pairs {
    private final int distance;
    private final boolean ordered;
    private final boolean same;

    Near(TurnMatcher first, TurnMatcher second, int distance, boolean ordered, boolean same) {
      super(first, second);
      this.distance = distance;
      this.ordered = ordered;
      this.same = same;
    }

    @Override
    boolean fits(int turn, int length, int i, int j) {
      Ranges a = firsts();
      Ranges b = seconds();
      if ((same && identical(i, j)) || (ordered && a.start(i) >= b.start(j))) {
        return false;
      }
      return a.end(i) <= b.start(j)
          ? b.start(j) - a.end(i) < distance
          : b.end(j) > a.start(i) || a.start(i) - b.end(j) < distance;
    }
  }

  private static final class SameSentence extends Pairs {
    private final WordMatcher starts;
    private final boolean same;

    SameSentence(TurnMatcher first, TurnMatcher second, WordMatcher starts, boolean same) {
      super(first, second);
      this.starts = starts;
      this.same = same;
    }

    @Override
    boolean fits(int turn, int length, int i, int j) throws IOException {
      if (same && identical(i, j)) {
        return false;
      }
      int next = starts.at(turn, length).next(least(i, j) + 1);
      return next < 0 || next >= Math.max(firsts().end(i), seconds().end(j));
    }
  }

  private static final class Within extends Pairs {
    Within(TurnMatcher inner, TurnMatcher outer) {
      super(inner, outer);
    }

    @Override
    boolean fits(int turn, int length, int i, int j) {
      return seconds().start(j) <= firsts().start(i) && firsts().end(i) <= seconds().end(j);
    }

    @Override
    void add(int i, int j, Ranges out) {
      out.add(firsts().start(i), firsts().end(i));
    }
  }
}
