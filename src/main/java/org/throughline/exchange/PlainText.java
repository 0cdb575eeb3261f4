package org.throughline.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A source's text as it came, and as it is kept: LF, no byte order mark.
 *
 * @param written with the line ends of the file, without the mark
 * @param marked whether there was a byte order mark
 * @param guessed whether the encoding was neither UTF-8 nor marked
 */
record PlainText(String written, boolean marked, boolean guessed) {

  static PlainText of(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new PlainText(decode(bytes, 3, StandardCharsets.UTF_8), true, false);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new PlainText(decode(bytes, 2, StandardCharsets.UTF_16LE), true, false);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new PlainText(decode(bytes, 2, StandardCharsets.UTF_16BE), true, false);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new PlainText(text, false, false);
    } catch (CharacterCodingException e) {
      return new PlainText(decode(bytes, 0, Charset.forName("windows-1252")), false, true);
    }
  }

  private static boolean starts(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  /** With LF for every line end. */
  String text() {
    return written.replace("\r\n", "\n").replace('\r', '\n');
  }

  boolean has(char c) {
    return written.indexOf(c) >= 0;
  }

  /**
   * For each position of a reading the offset into {@link #text}; −1 where no character begins, as
   * within a byte sequence. The last entry is the text's end.
   */
  int[] positions(Reading reading) {
    int[] offsets = new int[written.length() * 3 + 8];
    Arrays.fill(offsets, -1);
    int position = markAs(reading);
    int offset = 0;
    for (int at = 0; at < written.length(); ) {
      offsets[position] = offset;
      int c = written.codePointAt(at);
      boolean pair = c == '\r' && at + 1 < written.length() && written.charAt(at + 1) == '\n';
      if (pair) {
        position += reading.lineEnd() == Reading.LineEnd.ONE ? 1 : 2;
        offset++;
        at += 2;
      } else {
        position += c == '\n' && reading.lineEnd() == Reading.LineEnd.TWO ? 2 : size(c, reading);
        offset += Character.charCount(c);
        at += Character.charCount(c);
      }
    }
    offsets[position] = offset;
    return Arrays.copyOf(offsets, position + 1);
  }

  private int markAs(Reading reading) {
    if (!marked || !reading.markCounted()) {
      return 0;
    }
    return reading.unit() == Reading.Unit.UTF_8_BYTES ? 3 : 1;
  }

  private static int size(int c, Reading reading) {
    return switch (reading.unit()) {
      case CODE_POINTS -> 1;
      case UTF_16 -> Character.charCount(c);
      case UTF_8_BYTES -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    };
  }

  @Override
  public String toString() {
    return "PlainText[length=" + written.length() + "]";
  }
}
