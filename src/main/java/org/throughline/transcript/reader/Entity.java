package org.throughline.transcript.reader;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A character reference of HTML: what it means and how long it is written. */
record Entity(String meaning, int length) {

  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0", "lrm",
          "\u200E", "rlm", "\u200F");
  private static final int LONGEST = 10;

  static @Nullable Entity at(String text, int start, int end) {
    int stop = start + 1;
    int last = Math.min(end, start + LONGEST);
    while (stop < last && text.charAt(stop) != ';') {
      stop++;
    }
    if (stop == last || stop == start + 1) {
      return null;
    }
    String name = text.substring(start + 1, stop);
    String meaning = name.charAt(0) == '#' ? numbered(name.substring(1)) : NAMED.get(name);
    return meaning == null ? null : new Entity(meaning, stop + 1 - start);
  }

  private static @Nullable String numbered(String digits) {
    try {
      int code =
          digits.startsWith("x") || digits.startsWith("X")
              ? Integer.parseInt(digits, 1, digits.length(), 16)
              : Integer.parseInt(digits);
      boolean text = code >= 0x20 && code != 0x7F && (code < 0xD800 || code > 0xDFFF);
      return text && Character.isValidCodePoint(code) ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The text with every reference written as what it means. */
  static String decode(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      Entity entity = text.charAt(i) == '&' ? at(text, i, text.length()) : null;
      plain.append(entity == null ? String.valueOf(text.charAt(i)) : entity.meaning());
      i += entity == null ? 1 : entity.length();
    }
    return plain.toString();
  }
}
