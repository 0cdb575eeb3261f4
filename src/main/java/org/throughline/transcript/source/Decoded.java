package org.throughline.transcript.source;

import java.util.List;
import org.throughline.transcript.report.TextEncoding;

/**
 * A decoded file: LF line ends, no byte order mark, no control characters.
 *
 * @param inputLength characters before line ends were normalised, the byte order mark included
 * @param structureBeside of these, byte order mark and the CRs that are gone
 */
record Decoded(
    String text,
    TextEncoding encoding,
    List<Aside> asides,
    long inputLength,
    long structureBeside) {
  @Override
  public String toString() {
    return "Decoded[" + encoding.charset() + ", length=" + text.length() + "]";
  }
}
