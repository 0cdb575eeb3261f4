package org.throughline.transcript.revision;

import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * A misheard word, put right over the stored text.
 *
 * @param turn which turn
 * @param span what the transcript has there, in the stored text; empty to add a word
 * @param said what was said instead; empty if nothing was
 */
public record Correction(int turn, Span span, String said) {

  /**
   * Checks that the place exists.
   *
   * @throws IllegalArgumentException if the span reaches past the turn's text
   */
  public void check(Turn corrected) {
    if (corrected.index() != turn || span.end() > corrected.text().length()) {
      throw new IllegalArgumentException("no such place: turn " + turn + " " + span);
    }
  }

  @Override
  public String toString() {
    return "Correction[turn=" + turn + ", span=" + span + ", length=" + said.length() + "]";
  }
}
