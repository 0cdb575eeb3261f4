package org.throughline.quote;

/**
 * The layers that share one position in the index. A term is the layer's letter followed by the
 * value: {@code wdrank}, {@code ldrink}, {@code pVERB}, {@code cagency.undergoer}.
 */
public enum Layer {
  /** The word as spoken, in lower case. */
  WORD('w'),
  LEMMA('l'),
  /** Universal part of speech. */
  POS('p'),
  /** Shape of a verb. */
  FORM('f'),
  /** Words under a coding that nobody has rejected, and under its parents ("emotion"). */
  CODE('c'),
  /** The same, for codings that a person has confirmed. */
  CONFIRMED('k'),
  /** The same, for codings that count as the speaker's own, affirmed and actual. */
  OWN('o'),
  /** The first word of each sentence. */
  SENTENCE('s'),
  /** Words that a shadow reading leaves out: "um", a repeated word. Phrases step over them. */
  FILLER('x');

  /** Of a longer "word", a web address or an accident, only the beginning can be asked for. */
  private static final int LONGEST = 200;

  private final char letter;

  Layer(char letter) {
    this.letter = letter;
  }

  String term(String value) {
    return letter + (value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }

  char letter() {
    return letter;
  }
}
