package org.throughline.transcript.reader;

import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Blank;
import org.throughline.transcript.source.Line;

/**
 * A line that says who speaks and when, above the words: {@code Unni Berg 0:04}.
 *
 * @param label the name, or null if only a time stands there
 * @param gap how many blanks separate name and time
 */
record Header(@Nullable String label, long startMs, int gap) {

  private static final int LONGEST = 90;

  /** The header a line is, or null. A span of two times counts by its first. */
  static @Nullable Header of(String text, Line line) {
    int start = line.start();
    int end = line.end();
    while (start < end && Blank.is(text.charAt(start))) {
      start++;
    }
    while (end > start && Blank.is(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > LONGEST || end == start || !Character.isDigit(text.charAt(end - 1))) {
      return null;
    }
    int from = timeStart(text, start, end);
    Clock.Time time = from < 0 ? null : Clock.at(text, from, end);
    if (time == null || time.end() != end) {
      return null;
    }
    // Only within the line: the text may be long.
    int arrow = start + text.substring(start, from).lastIndexOf("-->");
    if (arrow >= start) {
      int to = arrow;
      while (to > start && Blank.is(text.charAt(to - 1))) {
        to--;
      }
      from = timeStart(text, start, to);
      time = from < 0 ? null : Clock.at(text, from, to);
      if (time == null || time.end() != to) {
        return null;
      }
    }
    int to = from;
    while (to > start && Blank.is(text.charAt(to - 1))) {
      to--;
    }
    if (to == start) {
      return new Header(null, time.millis(), 0);
    }
    String label = text.substring(start, to);
    boolean tab = text.substring(to, from).indexOf('\t') >= 0;
    return to == from || label.indexOf(':') >= 0
        ? null
        : new Header(label, time.millis(), tab ? 2 : from - to);
  }

  /** Where the digits, dots and colons at the end begin. */
  private static int timeStart(String text, int start, int end) {
    int i = end;
    while (i > start
        && (Character.isDigit(text.charAt(i - 1)) || ":.,".indexOf(text.charAt(i - 1)) >= 0)) {
      i--;
    }
    return i < end && Character.isDigit(text.charAt(i)) ? i : -1;
  }

  /** Whether the name could be one: speech that ends in a time has one blank before it. */
  boolean isSure() {
    return label != null && gap >= 2 && label.length() <= 60 && !label.matches(".*[.!?;,]");
  }

  @Override
  public String toString() {
    return "Header[startMs=" + startMs + "]";
  }
}
