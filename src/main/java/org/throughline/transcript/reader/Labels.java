package org.throughline.transcript.reader;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Blank;
import org.throughline.transcript.source.WordList;

/**
 * Speaker labels before a colon, in any script: {@code T:}, {@code Dr. Anna Kim:}, {@code 田中:}.
 *
 * <p>Speech has colons too ("at 17:30", "she said: no"), and a clause taken for a speaker is as bad
 * as a speaker taken for a clause. So a label must look like a name, and a word that opens
 * sentences ("Note:", "Monday:") is none.
 */
final class Labels {

  private static final int LONGEST = 60;
  private static final int WORDS = 6;
  private static final String PUNCTUATION = ",;!?\"“”…。、！？<>{}=|\t#";

  private static final Set<String> PARTICLES =
      WordList.of(
          """
          de, da, di, do, dos, du, del, della, der, den, van, von, zu, la, le, el, al, bin,
          bint, ben, ibn, y, e, of, the, and, to""");

  /** Capitalised words and lines of a heading that stand before colons and are nobody. */
  private static final Set<String> NOBODY =
      WordList.of(
          """
          note, notes, question, answer, example, warning, monday, tuesday, wednesday, thursday,
          friday, saturday, sunday, today, yesterday, tomorrow, ok, okay, so, well, and, but,
          yes, yeah, no, like, because, ps, p.s., re, option, plan, homework, reason, rule,
          first, second, third, one, two, three, then, also, anyway, basically, remember,
          result, session, date, time, duration, location, place, topic, subject, title,
          transcriber, transcribed by, transcription, transcript, file, file name, filename,
          recording, recorded, participants, present, page, length, version, language, summary,
          next steps, action items, attendees, attachments, invited, meeting, audio, start, end,
          session number, session no, session date, interview, client id, case, case id,
          comment, http, https, mailto, tel""");

  /** Words that open or end a clause before a colon, and no name. */
  private static final Set<String> SMALL_WORDS =
      WordList.of(
          """
          i, he, she, it, we, you, they, my, his, her, our, your, their, this, that, these, those,
          the, a, an, and, but, so, then, or, if, when, what, why, how, who, well, because, said,
          says, say, saying, goes, went, told, tell, thought, think, like, was, were, is, are, asked,
          thing, just, now, there, here, not, only, one, question, point, being, know""");

  private Labels() {}

  /**
   * Something before a colon.
   *
   * @param labelStart where it begins, after blanks
   * @param labelEnd where it ends
   * @param textStart where the words begin, after colon and blanks
   * @param tight whether no blank follows the colon
   */
  record Prefix(int labelStart, int labelEnd, int textStart, boolean tight) {
    String label(String text) {
      return text.substring(labelStart, labelEnd);
    }
  }

  /** What stands before the first colon, if by its shape it could be a speaker. */
  static @Nullable Prefix prefix(String text, int start, int end) {
    int from = start;
    while (from < end && Blank.is(text.charAt(from))) {
      from++;
    }
    int colon = from;
    while (colon < end && !isColon(text.charAt(colon))) {
      if (colon - from > LONGEST || text.charAt(colon) == '\n') {
        return null;
      }
      colon++;
    }
    int next = skip(text, colon + 1, end, "*_");
    from = skip(text, from, colon, "*_");
    int to = colon;
    while (to > from && (Blank.is(text.charAt(to - 1)) || "*_".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    boolean bracketed =
        to - from > 2
            && ((text.charAt(from) == '[' && text.charAt(to - 1) == ']')
                || (text.charAt(from) == '(' && text.charAt(to - 1) == ')'));
    from += bracketed ? 1 : 0;
    to -= bracketed ? 1 : 0;
    while (from < to && Blank.is(text.charAt(from))) {
      from++;
    }
    while (to > from && Blank.is(text.charAt(to - 1))) {
      to--;
    }
    if (colon == end || to <= from || !isLabelText(text, from, to)) {
      return null;
    }
    boolean tight = next < end && !Blank.is(text.charAt(next));
    boolean ratio =
        tight && Character.isDigit(text.charAt(next)) && Character.isDigit(text.charAt(to - 1));
    if (ratio || (tight && text.charAt(next) == '/')) {
      return null;
    }
    while (next < end && endsLabel(text, next, end)) {
      next++;
    }
    return new Prefix(from, to, next, tight && text.charAt(colon) != '：');
  }

  private static int skip(String text, int from, int end, String chars) {
    int at = from;
    while (at < end && at < from + 2 && chars.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A blank; a mark of direction only if a blank follows, otherwise it belongs to the words. */
  private static boolean endsLabel(String text, int at, int end) {
    char c = text.charAt(at);
    return Blank.isInvisible(c)
        ? at + 1 < end && Character.isWhitespace(text.charAt(at + 1))
        : Blank.is(c);
  }

  static boolean isColon(char c) {
    return c == ':' || c == '：' || c == '﹕' || c == '\uFE55';
  }

  private static boolean isLabelText(String text, int from, int to) {
    int words = 1;
    int letters = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) || Character.isSurrogate(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      words += Blank.is(c) && !Blank.isInvisible(c) ? 1 : 0;
      boolean initialsDot = c == '.' && i > from && Character.isLetter(text.charAt(i - 1));
      if (!initialsDot && (c == '.' || PUNCTUATION.indexOf(c) >= 0)) {
        return false;
      }
    }
    return words <= WORDS && (letters > 0 || digits >= 6 || isAnonymous(text, from, to));
  }

  /** Teams writes {@code @1} for somebody whose name is hidden. */
  private static boolean isAnonymous(String text, int from, int to) {
    return text.charAt(from) == '@' && to - from <= 5;
  }

  /** Whether it is written like a name, and not a word that opens sentences. */
  static boolean isName(String label) {
    if (NOBODY.contains(label.toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean capital = false;
    for (String word : label.split("[\\s\\u00A0]+", -1)) {
      int first = word.codePointAt(0);
      boolean small = Character.isLowerCase(first);
      boolean inner = word.codePoints().anyMatch(c -> Character.isUpperCase(c));
      if (small && !inner && !PARTICLES.contains(word)) {
        return false;
      }
      capital |= !small || inner;
    }
    return capital;
  }

  /**
   * Which of these candidates are speakers, given how often each opens a line.
   *
   * @param spaced how often a blank or a line end follows its colon
   * @param tight how often the words follow at once
   */
  static Set<String> speakers(Map<String, Integer> spaced, Map<String, Integer> tight) {
    Map<String, Boolean> accepted = new LinkedHashMap<>();
    spaced.forEach(
        (label, count) -> {
          boolean small = count >= 2 && isSmallName(label);
          if (isName(label) || small || RoleWords.isRole(label)) {
            accepted.put(label, true);
          }
        });
    tight.forEach(
        (label, count) -> {
          boolean unspaced = label.codePoints().anyMatch(Labels::isUncasedLetter);
          boolean frequent = count >= 2 && isName(label) && wordCount(label) <= 3;
          if (unspaced || frequent || accepted.containsKey(label) || RoleWords.isRole(label)) {
            accepted.put(label, true);
          }
        });
    return accepted.keySet();
  }

  /** A name somebody wrote in small letters: {@code anna k}, but not {@code i said}. */
  private static boolean isSmallName(String label) {
    String[] words = label.toLowerCase(Locale.ROOT).split("[\\s\\u00A0]+", -1);
    return words.length <= 2
        && !isNobody(label)
        && !SMALL_WORDS.contains(words[0])
        && !SMALL_WORDS.contains(words[words.length - 1]);
  }

  static boolean isNobody(String label) {
    return NOBODY.contains(label.toLowerCase(Locale.ROOT));
  }

  private static boolean isUncasedLetter(int c) {
    return Character.isLetter(c)
        && Character.toLowerCase(c) == c
        && Character.toUpperCase(c) == c
        && !Character.isLowerCase(c);
  }

  private static int wordCount(String label) {
    return label.split("\\s+", -1).length;
  }

  /** Dial-in guests appear under their telephone number, which identifies them. */
  static boolean looksLikePhone(String label) {
    long digits = label.chars().filter(Character::isDigit).count();
    long letters = label.chars().filter(Character::isLetter).count();
    return digits >= 7 && letters <= 3;
  }
}
