package org.throughline.transcript.reader;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags inside a caption: {@code <v Name>} says who speaks, all others only how it looks.
 *
 * <p>Tags are found before character references are read, so that a spoken less-than sign stays.
 */
final class CueMarkup {

  private static final Pattern TAG =
      Pattern.compile("/?[A-Za-z][^<>\\n]{0,200}|/?[bicuv]|\\d{1,2}:[\\d:.]{2,12}");

  private static final int LONGEST = 220;

  private final String text;
  private final Draft draft;
  private @Nullable String voice;
  private int lineStart;

  CueMarkup(String text, Draft draft) {
    this.text = text;
    this.draft = draft;
  }

  /**
   * Says a stretch of a cue.
   *
   * @param startMs when the cue begins, for voices that begin here
   * @param owned whether somebody already speaks in this cue
   */
  void say(int start, int end, long startMs, boolean owned) {
    boolean open = owned;
    lineStart = start;
    int from = start;
    int at = start;
    while (at < end) {
      int close = text.charAt(at) == '<' ? tagEnd(at, end) : -1;
      if (close < 0) {
        at++;
        continue;
      }
      open = words(from, at, startMs, open);
      draft.structure(at, close);
      String name = voiceName(at, close);
      if (name != null) {
        voice = name;
        draft.turn(name, startMs);
        open = true;
      } else if (text.startsWith("</v", at)) {
        voice = null;
        open = false;
      }
      from = close;
      at = close;
    }
    words(from, end, startMs, open);
  }

  private boolean words(int from, int to, long startMs, boolean open) {
    if (text.substring(from, to).isBlank()) {
      draft.structure(from, to);
      return open;
    }
    if (!open) {
      draft.carriedOver(startMs);
    }
    int at = from;
    while (at < to) {
      int end = text.indexOf('\n', at);
      end = end < 0 || end > to ? to : end;
      // Inside a line the tags stand between characters; the blanks are the file's own.
      draft.sayMarkup(at, end, at == lineStart ? " " : "");
      lineStart = end + 1;
      at = end + 1;
    }
    return true;
  }

  /** The place after the tag that begins here, or -1 if it is only a less-than sign. */
  private int tagEnd(int at, int end) {
    int stop = Math.min(end, at + LONGEST);
    int close = at + 1;
    while (close < stop && text.charAt(close) != '>') {
      close++;
    }
    return close < stop && TAG.matcher(text).region(at + 1, close).matches() ? close + 1 : -1;
  }

  private @Nullable String voiceName(int at, int close) {
    if (close - at < 5 || text.charAt(at + 1) != 'v') {
      return null;
    }
    char next = text.charAt(at + 2);
    int blank = at + 2;
    while (next == '.' && blank < close && text.charAt(blank) != ' ') {
      blank++;
    }
    if (blank >= close || !Character.isWhitespace(text.charAt(blank))) {
      return null;
    }
    String name = Entity.decode(text.substring(blank, close - 1)).strip();
    return name.isEmpty() ? null : name;
  }

  @Override
  public String toString() {
    return "CueMarkup[voice=" + (voice == null ? "none" : "open") + "]";
  }
}
