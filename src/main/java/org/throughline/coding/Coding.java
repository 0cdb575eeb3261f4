package org.throughline.coding;

import org.throughline.transcript.Span;

/**
 * One application of one code to the words of one turn by one rater.
 *
 * @param code the code's id, "emotion.fear"
 * @param turn index of the turn in its transcript
 * @param span where, in the turn's text
 * @param quote the words of the span: kept, so that a drifted offset shows at once
 * @param attributes how the words are meant
 * @param evidence why
 * @param confidence 0 to 1: the cue's own, lowered where a fallback matched. An ordering, not a
 *     probability.
 * @param rater who
 */
public record Coding(
    String code,
    int turn,
    Span span,
    String quote,
    Attributes attributes,
    Evidence evidence,
    double confidence,
    Rater rater) {

  public Coding {
    if (quote.length() != span.length()) {
      throw new IllegalArgumentException(
          "quote of " + quote.length() + " units for span " + span + " of code " + code);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 to 1");
    }
  }

  /** The part before the first dot: "emotion". */
  public String construct() {
    return code.substring(0, code.indexOf('.'));
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Coding[" + code + " turn=" + turn + " " + span + "]";
  }
}
