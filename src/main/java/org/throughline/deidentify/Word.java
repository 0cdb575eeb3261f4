package org.throughline.deidentify;

import org.throughline.transcript.Span;

/**
 * One word, number or mark of a passage.
 *
 * @param start first UTF-16 unit
 * @param end past the last
 * @param folded as {@link Fold#word} gives it
 * @param sort letters, digits, both or neither
 * @param capital begins with a capital letter
 * @param opens is the first word of its sentence
 */
record Word(int start, int end, String folded, Sort sort, boolean capital, boolean opens) {

  enum Sort {
    LETTERS,
    DIGITS,
    MIXED,
    /** "'s", "'ll": what hangs on the word before. */
    TAIL,
    MARK
  }

  Span span() {
    return new Span(start, end);
  }

  boolean isLetters() {
    return sort == Sort.LETTERS;
  }

  boolean isMark() {
    return sort == Sort.MARK;
  }

  boolean is(String other) {
    return folded.equals(other);
  }

  @Override
  public String toString() {
    return "Word[" + start + ", " + end + "]";
  }
}
