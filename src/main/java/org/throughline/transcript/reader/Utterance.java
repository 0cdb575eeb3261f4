package org.throughline.transcript.reader;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;
import org.throughline.transcript.source.Blank;

/** A stretch of one speaker's talk in the making; each character knows where it came from. */
final class Utterance {

  final @Nullable String label;
  final @Nullable Long startMs;
  final boolean guess;
  boolean separate;
  @Nullable Long endMs;
  StringBuilder text = new StringBuilder();

  /** Where each character of {@link #text} stands in the source; -1 for joints. */
  private int[] origins = new int[64];

  private @Nullable BitSet literal;

  Utterance(@Nullable String label, @Nullable Long startMs, boolean guess) {
    this.label = label;
    this.startMs = startMs;
    this.guess = guess;
  }

  int origin(int at) {
    return origins[at];
  }

  void append(String source, int start, int end, String joint) {
    reserve(end - start);
    for (int i = join(source, start, end, joint); i < end; i++) {
      put(source.charAt(i), i);
    }
  }

  void appendMarkup(String source, int start, int end, String joint, Ledger ledger) {
    int i = join(source, start, end, joint);
    while (i < end) {
      Entity entity = source.charAt(i) == '&' ? Entity.at(source, i, end) : null;
      if (entity == null) {
        put(source.charAt(i), i);
        i++;
      } else {
        String meaning = entity.meaning();
        for (int k = 0; k < meaning.length(); k++) {
          put(meaning.charAt(k), i + k);
        }
        ledger.extent(i + meaning.length() - 1, entity.length() - meaning.length() + 1);
        i += entity.length();
      }
    }
  }

  /** The last characters are words whatever they look like. */
  void protect(int length) {
    literal = literal == null ? new BitSet() : literal;
    literal.set(text.length() - length, text.length());
  }

  /**
   * Puts the joint in place of the blanks on both sides of it.
   *
   * @return where the words of the new piece begin
   */
  private int join(String source, int start, int end, String joint) {
    if (joint.isEmpty()) {
      return start;
    }
    int length = text.length();
    while (length > 0 && Character.isWhitespace(text.charAt(length - 1))) {
      length--;
    }
    text.setLength(length);
    int from = start;
    while (from < end && Character.isWhitespace(source.charAt(from))) {
      from++;
    }
    if (length > 0 && from < end) {
      for (int i = 0; i < joint.length(); i++) {
        put(joint.charAt(i), -1);
      }
    }
    return from;
  }

  private void put(char c, int origin) {
    reserve(1);
    origins[text.length()] = origin;
    text.append(c);
  }

  private void reserve(int more) {
    if (text.length() + more > origins.length) {
      origins = Arrays.copyOf(origins, Math.max(origins.length * 2, text.length() + more));
    }
  }

  /** Takes tags and the blanks around the words out; what remains is what was said. */
  void clean(Ledger ledger) {
    StringBuilder clean = new StringBuilder(text.length());
    int[] from = new int[text.length()];
    int at = 0;
    for (Span tag : Tags.in(text)) {
      if (literal != null && literal.get(tag.start())) {
        continue;
      }
      at = copy(clean, from, at, tag.start());
      int end = tag.end();
      boolean blankBefore = clean.isEmpty() || Blank.is(clean.charAt(clean.length() - 1));
      if (blankBefore && end < text.length() && text.charAt(end) == ' ') {
        end++;
      } else if (blankBefore
          && !clean.isEmpty()
          && end < text.length()
          && !isWord(text.charAt(end))) {
        clean.setLength(clean.length() - 1);
      }
      dropTag(ledger, tag.start(), tag.end());
      at = end;
    }
    copy(clean, from, at, text.length());
    int start = 0;
    int end = clean.length();
    while (start < end && isEdge(clean.charAt(start))) {
      start++;
    }
    while (end > start && isEdge(clean.charAt(end - 1))) {
      end--;
    }
    origins = Arrays.copyOfRange(from, start, Math.max(end, start));
    text = new StringBuilder(clean.substring(start, end));
    if (text.length() == 1 && ".?!,;:".indexOf(text.charAt(0)) >= 0) {
      ledger.dropClaimed(origins[0], origins[0] + 1, "punctuation without words");
      text.setLength(0);
    }
  }

  private int copy(StringBuilder clean, int[] from, int start, int end) {
    for (int i = start; i < end; i++) {
      from[clean.length()] = origins[i];
      clean.append(text.charAt(i));
    }
    return end;
  }

  private void dropTag(Ledger ledger, int start, int end) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = start; i < end; i++) {
      if (origins[i] >= 0) {
        first = Math.min(first, origins[i]);
        last = Math.max(last, ledger.endOf(origins[i]));
      }
    }
    if (last >= 0) {
      ledger.dropClaimed(first, last, "tag, not a word");
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Blank.is(c);
  }

  private static boolean isEdge(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF' || c == '\u200B';
  }

  /**
   * Takes over what the same speaker says next.
   *
   * @return where it begins in this text
   */
  int absorb(Utterance next) {
    put(' ', -1);
    int at = text.length();
    reserve(next.text.length());
    System.arraycopy(next.origins, 0, origins, at, next.text.length());
    text.append(next.text);
    endMs = next.endMs;
    return at;
  }

  /** Books what is in the text now. */
  void book(Ledger ledger) {
    for (int i = 0; i < text.length(); i++) {
      if (origins[i] >= 0) {
        ledger.keep(origins[i]);
      } else {
        ledger.join(1);
      }
    }
  }

  @Override
  public String toString() {
    return "Utterance[length=" + text.length() + "]";
  }
}
