package org.throughline.exchange;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/**
 * A selection as its file states it.
 *
 * @param start position in whatever the program counts
 * @param end the same
 * @param quote the words that the program says are there; "" for none
 */
record Pointer(long start, long end, String quote) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern CUT = Pattern.compile("\\s*(\\.\\.\\.|…|\\[\\.\\.\\.])$");

  /** Programs cut long quotes for their lists, often without a mark. */
  private static final int LONG = 40;

  /** Shorter names occur in any text by chance. */
  private static final int TELLING = 3;

  /** Where it points under a reading; null for nowhere. */
  @Nullable Span span(int[] positions, Reading reading) {
    long last = reading.endIncluded() ? end + 1 : end;
    if (start < 0 || last < start || last >= positions.length) {
      return null;
    }
    int from = positions[(int) start];
    int to = positions[(int) last];
    return from < 0 || to <= from ? null : new Span(from, to);
  }

  /** Whether the words there are the quote, give or take blanks and where it was cut. */
  boolean agrees(String words) {
    String asked = flat(quote);
    String found = flat(words);
    if (asked.equals(found)) {
      return !asked.isEmpty();
    }
    String head = CUT.matcher(asked).replaceFirst("");
    boolean cut = head.length() < asked.length();
    return (cut ? head.length() >= TELLING : head.length() >= LONG) && found.startsWith(head);
  }

  /** Whether the quote occurs anywhere: if not, it may be a mere label. */
  boolean occursIn(String flatText) {
    String head = CUT.matcher(flat(quote)).replaceFirst("");
    return head.length() >= TELLING && flatText.contains(head);
  }

  static String flat(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  @Override
  public String toString() {
    return "Pointer[" + start + "-" + end + "]";
  }
}
