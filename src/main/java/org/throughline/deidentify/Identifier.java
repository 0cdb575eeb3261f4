package org.throughline.deidentify;

import org.throughline.transcript.Span;

/**
 * A stretch of text that identifies, or may.
 *
 * @param span in UTF-16 units of the text
 * @param kind what it is
 * @param evidence the strongest that speaks for it
 * @param surrogate what stands in its place, or would if the reviewer says so
 * @param queued not masked: a reviewer decides
 */
public record Identifier(
    Span span, Kind kind, Evidence evidence, String surrogate, boolean queued) {

  /** Never the surrogate: it stands beside the original in a log of both. */
  @Override
  public String toString() {
    return "Identifier[" + span + ", " + kind + ", " + evidence + (queued ? ", queued]" : "]");
  }
}
