package org.throughline.transcript.reader;

import org.jspecify.annotations.Nullable;

/** Times as transcripts write them: {@code 0:04}, {@code 1:02:03}, {@code 00:00:01.230}. */
final class Clock {

  private Clock() {}

  static boolean isTime(String text) {
    return millis(text) != null;
  }

  /**
   * Milliseconds of {@code m:ss}, {@code h:mm:ss} with or without a fraction after {@code .} or
   * {@code ,}; null if the text is anything else.
   */
  static @Nullable Long millis(String text) {
    Time time = at(text, 0, text.length());
    return time == null || time.end() != text.length() ? null : time.millis();
  }

  /** A time and where it ends. */
  record Time(long millis, int end) {}

  /** The time that begins at {@code start}, or null. */
  static @Nullable Time at(CharSequence text, int start, int end) {
    long seconds = 0;
    int parts = 0;
    boolean narrow = false;
    int i = start;
    while (true) {
      int from = i;
      long part = 0;
      while (i < end && i - from < 4 && isDigit(text.charAt(i))) {
        part = part * 10 + (text.charAt(i) - '0');
        i++;
      }
      boolean first = parts == 0;
      if (i == from || (!first && (i - from > 2 || part > 59))) {
        return null;
      }
      narrow |= !first && i - from == 1;
      seconds = seconds * 60 + part;
      parts++;
      boolean more =
          parts < 3 && i + 1 < end && text.charAt(i) == ':' && isDigit(text.charAt(i + 1));
      if (!more) {
        break;
      }
      i++;
    }
    if (parts < 2) {
      return null;
    }
    long millis = seconds * 1000;
    int whole = i;
    if (i + 1 < end
        && (text.charAt(i) == '.' || text.charAt(i) == ',')
        && isDigit(text.charAt(i + 1))) {
      i++;
      int scale = 100;
      while (i < end && isDigit(text.charAt(i))) {
        millis += (long) (text.charAt(i) - '0') * scale;
        scale /= 10;
        i++;
      }
    }
    // Old Teams documents write 0:0:4.120; a ratio such as 3:1 is no time.
    return narrow && (parts < 3 || i == whole) ? null : new Time(millis, i);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
