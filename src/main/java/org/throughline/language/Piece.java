package org.throughline.language;

import org.throughline.language.Token.Pos;
import org.throughline.transcript.Span;

/** A piece of a word with its tag, before lemma and form are known. */
record Piece(Span span, String folded, Pos pos, boolean filler) {

  boolean is(String word) {
    return folded.equals(word);
  }

  Piece tagged(Pos other) {
    return new Piece(span, folded, other, filler);
  }

  @Override
  public String toString() {
    return "Piece[" + span + ", " + pos + "]";
  }
}
