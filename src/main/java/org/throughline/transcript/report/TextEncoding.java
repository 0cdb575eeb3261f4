package org.throughline.transcript.report;

import java.util.List;

/**
 * How bytes became characters.
 *
 * @param charset the encoding that was used
 * @param bom whether the file began with a byte order mark
 * @param lineEnds {@code LF}, {@code CRLF}, {@code CR}, {@code mixed} or {@code none}
 * @param certain whether the bytes leave no doubt; otherwise somebody should look at the preview
 * @param preview the lines that another reading would change
 */
public record TextEncoding(
    String charset, boolean bom, String lineEnds, boolean certain, List<ChangedLine> preview) {

  /**
   * A line that reads differently under another encoding.
   *
   * @param line counted from 1
   * @param read as it was read
   * @param otherCharset the other encoding
   * @param other as the other encoding reads it
   */
  public record ChangedLine(int line, String read, String otherCharset, String other) {
    @Override
    public String toString() {
      return "ChangedLine[line=" + line + ", otherCharset=" + otherCharset + "]";
    }
  }

  public TextEncoding {
    preview = List.copyOf(preview);
  }

  /** For containers that state their encoding themselves. */
  public static TextEncoding stated(String charset) {
    return new TextEncoding(charset, false, "none", true, List.of());
  }
}
