package org.throughline.transcript.source;

import java.nio.charset.Charset;

/**
 * Text pasted together from two encodings: read as UTF-8 where that works, byte by byte elsewhere.
 *
 * @param sequences how many characters of several bytes were valid UTF-8
 * @param strays how many bytes were not
 */
record Stray(String text, int sequences, int strays) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static Stray of(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int sequences = 0;
    int strays = 0;
    int i = 0;
    while (i < bytes.length) {
      int length = sequence(bytes, i);
      if (length == 1) {
        text.append((char) bytes[i]);
      } else if (length > 1) {
        text.append(new String(bytes, i, length, java.nio.charset.StandardCharsets.UTF_8));
        sequences++;
      } else {
        text.append(new String(bytes, i, 1, WINDOWS));
        strays++;
        length = 1;
      }
      i += length;
    }
    return new Stray(text.toString(), sequences, strays);
  }

  boolean mostlyUtf8() {
    return sequences >= 4 * strays;
  }

  /** The length of the valid UTF-8 character at i, or 0. */
  private static int sequence(byte[] bytes, int i) {
    int b = bytes[i] & 0xFF;
    if (b < 0x80) {
      return 1;
    }
    int length =
        b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > bytes.length) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[i + 1] & 0xFF;
    boolean overlongOrSurrogate =
        (b == 0xE0 && second < 0xA0)
            || (b == 0xED && second >= 0xA0)
            || (b == 0xF0 && second < 0x90)
            || (b == 0xF4 && second >= 0x90);
    return overlongOrSurrogate ? 0 : length;
  }

  @Override
  public String toString() {
    return "Stray[sequences=" + sequences + ", strays=" + strays + "]";
  }
}
