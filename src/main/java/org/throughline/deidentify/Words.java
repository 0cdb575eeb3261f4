package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;

/** Cuts a text into words, numbers and marks. Simpler than a linguist's: it must never fail. */
final class Words {

  private static final Set<String> TAILS = Set.of("'s", "'ll", "'d", "'re", "'ve", "'m", "'");
  private static final Set<String> NO_END =
      WordLists.words(
          """
          dr mr mrs ms st prof rev fr sr jr apt no mt
          """);

  private final String text;
  private final Lexicon lexicon;
  private final List<Word> words = new ArrayList<>();
  private boolean opens = true;

  private Words(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  static List<Word> of(String text, Lexicon lexicon) {
    Words words = new Words(text, lexicon);
    words.cut();
    return List.copyOf(words.words);
  }

  private void cut() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c) || isMarkOnLetter(c)) {
        at = run(at);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        opens |= c == '\n';
        at += Character.charCount(c);
      } else {
        at = mark(at, c);
      }
    }
  }

  private static boolean isMarkOnLetter(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u02bc';
  }

  private int run(int start) {
    int at = start;
    boolean letters = false;
    boolean digits = false;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean inner =
          isApostrophe(c)
              && at > start
              && next < text.length()
              && Character.isLetter(text.codePointAt(next));
      if (!Character.isLetterOrDigit(c)
          && !isMarkOnLetter(c)
          && !inner
          && Character.getType(c) != Character.FORMAT) {
        break;
      }
      letters |= Character.isLetter(c);
      digits |= Character.isDigit(c);
      at = next;
    }
    Sort sort = digits ? (letters ? Sort.MIXED : Sort.DIGITS) : Sort.LETTERS;
    if (sort == Sort.LETTERS) {
      addLetters(start, at);
    } else {
      add(start, at, sort);
    }
    return at;
  }

  /** "sarah's" is two words, "don't" and "O'Brien" one. */
  private void addLetters(int start, int end) {
    String folded = Fold.word(text.substring(start, end));
    int cut = folded.lastIndexOf('\'');
    boolean whole = cut <= 0 || folded.length() != end - start || lexicon.isWord(folded);
    if (!whole && TAILS.contains(folded.substring(cut))) {
      add(start, start + cut, Sort.LETTERS);
      add(start + cut, end, Sort.TAIL);
    } else {
      add(start, end, Sort.LETTERS);
    }
  }

  private int mark(int at, int c) {
    int end = at + Character.charCount(c);
    boolean wasOpen = opens;
    add(at, end, Sort.MARK);
    opens = wasOpen || c == '?' || c == '!' || c == ':' || c == '"' || c == '\u201c' || ends(at, c);
    return end;
  }

  private boolean ends(int at, int c) {
    if (c != '.' && c != '\u2026') {
      return false;
    }
    boolean blank = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    if (!blank || words.size() < 2) {
      return blank;
    }
    Word before = words.get(words.size() - 2);
    boolean initial = before.capital() && before.folded().length() == 1 && !before.is("i");
    return !NO_END.contains(before.folded()) && !initial;
  }

  private void add(int start, int end, Sort sort) {
    int first = text.codePointAt(start);
    boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
    words.add(new Word(start, end, Fold.word(text.substring(start, end)), sort, capital, opens));
    if (sort != Sort.MARK) {
      opens = false;
    }
  }
}
