package org.throughline.deidentify;

import org.throughline.transcript.Span;

/**
 * Somebody's opinion that a stretch of text identifies.
 *
 * @param sure to be masked; otherwise a reviewer decides
 */
record Finding(Span span, Kind kind, Evidence evidence, boolean sure) {

  static Finding sure(Span span, Kind kind, Evidence evidence) {
    return new Finding(span, kind, evidence, true);
  }

  static Finding unsure(Span span, Kind kind, Evidence evidence) {
    return new Finding(span, kind, evidence, false);
  }
}
