package org.throughline.language;

import org.throughline.transcript.Span;

/** A token before it is tagged: where it stands and its characters folded for matching. */
record RawToken(Span span, String folded, boolean mark) {

  @Override
  public String toString() {
    return "RawToken[" + span + "]";
  }
}
