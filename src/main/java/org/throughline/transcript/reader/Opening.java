package org.throughline.transcript.reader;

import org.jspecify.annotations.Nullable;

/**
 * How a line opens a turn.
 *
 * @param label who speaks, null if the line does not say
 * @param carried whether the speaker before goes on, as a guess
 * @param startMs when, or null
 * @param textStart where the words begin
 */
record Opening(@Nullable String label, boolean carried, @Nullable Long startMs, int textStart) {

  static Opening of(String label, @Nullable Long startMs, int textStart) {
    return new Opening(label, false, startMs, textStart);
  }

  @Override
  public String toString() {
    return "Opening[startMs=" + startMs + "]";
  }
}
