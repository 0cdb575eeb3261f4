package org.throughline.agreement;

import java.util.HashSet;
import java.util.Set;

/**
 * A stretch of a text that a rater put under the code in question.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param wordStarts where its words begin in the text; empty where only offsets are known, and
 *     overlap is then counted in UTF-16 units
 */
public record Mark(int start, int end, Set<Integer> wordStarts) {

  public Mark {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a mark from " + start + " to " + end);
    }
    wordStarts = Set.copyOf(wordStarts);
  }

  public Mark(int start, int end) {
    this(start, end, Set.of());
  }

  boolean same(Mark other) {
    return start == other.start && end == other.end;
  }

  /** Words (or units) in both, out of those in either. */
  double overlap(Mark other) {
    if (wordStarts.isEmpty() || other.wordStarts.isEmpty()) {
      int both = Math.min(end, other.end) - Math.max(start, other.start);
      return both <= 0
          ? 0
          : (double) both / (Math.max(end, other.end) - Math.min(start, other.start));
    }
    Set<Integer> both = new HashSet<>(wordStarts);
    both.retainAll(other.wordStarts);
    return (double) both.size() / (wordStarts.size() + other.wordStarts.size() - both.size());
  }
}
