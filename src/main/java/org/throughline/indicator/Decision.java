package org.throughline.indicator;

import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/**
 * What a person said about one coding. The last decision about a coding holds.
 *
 * @param code the coding's code
 * @param turn the coding's turn
 * @param span the coding's words
 * @param kind what was decided
 * @param changedTo the code that applies instead, for {@link Kind#CHANGED} only
 */
public record Decision(String code, int turn, Span span, Kind kind, @Nullable String changedTo) {

  public enum Kind {
    CONFIRMED,
    REJECTED,
    CHANGED
  }

  public Decision {
    if ((kind == Kind.CHANGED) != (changedTo != null)) {
      throw new IllegalArgumentException("a code to change to belongs to a change, and only there");
    }
  }
}
