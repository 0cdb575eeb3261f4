package org.throughline.transcript.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/**
 * The words of a CHAT utterance without its marks.
 *
 * <p>Words that were said and taken back ({@code <I went> [//] I drove}) were said: they stay, only
 * the marks go. Fillers ({@code &-uh}), fragments, events ({@code &=laughs}), unintelligible speech
 * ({@code xxx}) and omitted words ({@code 0v}) are no words.
 */
final class ChatMarks {

  private static final char BULLET = '\u0015';
  private static final String REASON = "CHAT mark, not a word";
  private static final Pattern TIME = Pattern.compile("\u0015(\\d{1,12})_(\\d{1,12})\u0015");

  /** A whole token that is no word. */
  private static final Pattern NO_WORD =
      Pattern.compile(
          "&[-=~+*]\\S*|0\\w*|xxx|yyy|www|xx|yy|\\(\\.{1,3}\\)|\\(\\d*[.:]\\d*\\.?\\)"
              + "|\\+[/.!?\"<,^+]\\S*|\\+\\.\\.\\.|[‡„]|\\[[^\\]\\n]*\\]|\\[%[^\\n]*\\]");

  /** Marks inside a word or at its edges: scope, overlap, lengthening, form markers, brackets. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "[<>⌈⌉⌊⌋↑↓⇗↗→↘⇘∆∇°▔▁☺♋⁇∬Ϋ∮§≈≋ʔˌˈ^()]|(?<=\\p{L}):(?=\\p{L}|$)|@[a-z:$*\\d]+$");

  private final String text;
  private final Draft draft;

  ChatMarks(String text, Draft draft) {
    this.text = text;
    this.draft = draft;
  }

  /** The time in the utterance's bullet, if it has one on this line. */
  @Nullable Long startMs(Lines file, Line line) {
    Matcher time = TIME.matcher(file.of(line));
    return time.find() ? (Long) Long.parseLong(time.group(1)) : null;
  }

  void say(int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == BULLET) {
        at = bullet(at, end);
      } else {
        at = token(at, tokenEnd(at, end));
      }
    }
  }

  private int bullet(int at, int end) {
    Matcher time = TIME.matcher(text).region(at, end);
    if (time.lookingAt()) {
      draft.structure(at, time.end());
      draft.until(Long.parseLong(time.group(2)));
      return time.end();
    }
    draft.drop(at, at + 1, REASON);
    return at + 1;
  }

  /** Brackets hold blanks; everything else ends at one. */
  private int tokenEnd(int at, int end) {
    int stop = at;
    boolean bracket = text.charAt(at) == '[';
    while (stop < end && text.charAt(stop) != BULLET) {
      char c = text.charAt(stop);
      if (bracket && c == ']') {
        return stop + 1;
      }
      if (!bracket && (Character.isWhitespace(c) || (stop > at && c == '['))) {
        return stop;
      }
      stop++;
    }
    return stop;
  }

  private int token(int at, int end) {
    int from = at;
    int to = end;
    while (from < to && (text.charAt(from) == '<')) {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '>') {
      to--;
    }
    draft.drop(at, from, REASON);
    draft.drop(to, end, REASON);
    if (from < to) {
      String token = text.substring(from, to);
      if (NO_WORD.matcher(token).matches()) {
        draft.drop(from, to, REASON);
      } else {
        word(token, from);
      }
    }
    return end;
  }

  private void word(String token, int from) {
    boolean punctuation = token.matches("[.?!,;:…]+");
    String joint = punctuation ? "" : " ";
    Matcher mark = INSIDE.matcher(token);
    int at = 0;
    while (mark.find()) {
      if (mark.start() > at) {
        draft.say(from + at, from + mark.start(), joint);
        joint = "";
      }
      draft.drop(from + mark.start(), from + mark.end(), REASON);
      at = mark.end();
    }
    if (at < token.length()) {
      draft.say(from + at, from + token.length(), joint);
    }
  }
}
