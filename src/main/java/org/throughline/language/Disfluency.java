package org.throughline.language;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a reader of speech skips: sounds, stumbles, the abandoned half of a restart. Marked
 * words keep their place; the grammar simply does not see them.
 */
final class Disfluency {

  private static final int LONGEST_REPEAT = 4;

  private static final Set<String> AFTER_YOU_KNOW =
      Set.of("what", "that", "how", "if", "who", "when", "where", "why", "the", "me", "him", "her");

  private static final Set<String> RESTARTING = Set.of("i", "we", "he", "she", "they", "it");

  private Disfluency() {}

  static BitSet fillers(List<RawToken> tokens) {
    BitSet filler = new BitSet(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      if (isSound(tokens.get(i)) || isFirstTry(tokens, i)) {
        filler.set(i);
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (!filler.get(i)) {
        markRepeat(tokens, filler, i);
        markRestart(tokens, filler, i);
        markCutWord(tokens, filler, i);
        markParenthesis(tokens, filler, i);
        markHedge(tokens, filler, i);
      }
    }
    for (int i = 1; i < tokens.size(); i++) {
      markCommas(tokens, filler, i);
    }
    return filler;
  }

  /** "to, um, tell": the commas around a sound belong to it. */
  private static void markCommas(List<RawToken> tokens, BitSet filler, int at) {
    int after = filler.nextClearBit(at);
    boolean opens = filler.get(at) && tokens.get(at - 1).folded().equals(",");
    if (opens && after < tokens.size() && tokens.get(after).folded().equals(",")) {
      filler.set(at - 1);
      filler.set(after);
    }
  }

  private static boolean isSound(RawToken token) {
    String word = token.folded();
    return EnglishWords.SOUNDS.contains(word)
        || (word.length() > 1 && word.length() < 5 && word.endsWith("-"));
  }

  /** "st- stay", "there- there's": what comes next begins the same. */
  private static boolean isFirstTry(List<RawToken> tokens, int at) {
    String word = tokens.get(at).folded();
    return word.length() > 1
        && word.endsWith("-")
        && at + 1 < tokens.size()
        && tokens.get(at + 1).folded().startsWith(word.substring(0, word.length() - 1));
  }

  /** "I I", "I was, I was": the first saying is dropped. */
  private static void markRepeat(List<RawToken> tokens, BitSet filler, int at) {
    for (int length = LONGEST_REPEAT; length >= 1; length--) {
      int[] first = words(tokens, filler, at, length);
      if (first.length < length || first[0] != at) {
        continue;
      }
      int[] second = words(tokens, filler, first[length - 1] + 1, length);
      if (second.length == length
          && same(tokens, first, second)
          && stumbles(tokens, first, second)) {
        filler.set(at, second[0]);
        return;
      }
    }
  }

  /**
   * "I wa- I went": what a pronoun and one cut word began, the same pronoun begins anew. The hyphen
   * touches the word it cuts; with a space before it ("I quit - I walked out") it is a dash.
   */
  private static void markRestart(List<RawToken> tokens, BitSet filler, int at) {
    if (at + 3 >= tokens.size() || !RESTARTING.contains(tokens.get(at).folded())) {
      return;
    }
    boolean cut =
        !tokens.get(at + 1).mark()
            && tokens.get(at + 2).folded().equals("-")
            && tokens.get(at + 1).span().end() == tokens.get(at + 2).span().start()
            && !tokens.get(at + 3).mark();
    if (cut && subject(tokens.get(at + 3)).equals(tokens.get(at).folded())) {
      filler.set(at, at + 3);
    }
  }

  /** "deter-determined": a word cut short, a hyphen, and the whole word. */
  private static void markCutWord(List<RawToken> tokens, BitSet filler, int at) {
    if (at + 2 >= tokens.size() || !tokens.get(at + 1).folded().equals("-")) {
      return;
    }
    RawToken cut = tokens.get(at);
    RawToken whole = tokens.get(at + 2);
    boolean joined =
        cut.span().end() == tokens.get(at + 1).span().start()
            && tokens.get(at + 1).span().end() == whole.span().start();
    if (joined
        && !cut.mark()
        && cut.folded().length() > 1
        && whole.folded().startsWith(cut.folded())
        && !EnglishWords.DOUBLED.contains(cut.folded())) {
      filler.set(at, at + 2);
    }
  }

  private static String subject(RawToken token) {
    int apostrophe = token.folded().indexOf('\'');
    return apostrophe < 0 ? token.folded() : token.folded().substring(0, apostrophe);
  }

  private static boolean stumbles(List<RawToken> tokens, int[] first, int[] second) {
    for (int i = first[0]; i < second[0]; i++) {
      String word = tokens.get(i).folded();
      if (tokens.get(i).mark() && !Set.of(",", "-", "--", "—", "–", "...", "…").contains(word)) {
        return false;
      }
    }
    return first.length > 1 || !EnglishWords.EMPHATIC.contains(tokens.get(first[0]).folded());
  }

  private static boolean same(List<RawToken> tokens, int[] first, int[] second) {
    for (int i = 0; i < first.length; i++) {
      if (!tokens.get(first[i]).folded().equals(tokens.get(second[i]).folded())) {
        return false;
      }
    }
    return true;
  }

  /** The next words from a place on, marks and fillers skipped. */
  private static int[] words(List<RawToken> tokens, BitSet filler, int from, int count) {
    int[] found = new int[count];
    int n = 0;
    for (int i = from; i < tokens.size() && n < count && i < from + 2 * count + 3; i++) {
      if (!tokens.get(i).mark() && !filler.get(i)) {
        found[n++] = i;
      }
    }
    return n == count ? found : new int[0];
  }

  /** "I kind of left", "we sort of talked": only right after a subject, where no noun is meant. */
  private static void markHedge(List<RawToken> tokens, BitSet filler, int at) {
    if (at == 0 || at + 1 >= tokens.size() || !tokens.get(at + 1).folded().equals("of")) {
      return;
    }
    boolean hedge =
        Set.of("kind", "sort", "kinda", "sorta").contains(tokens.get(at).folded())
            && Set.of("i", "we", "he", "she", "they", "you", "i've", "we've", "they've", "just")
                .contains(tokens.get(at - 1).folded());
    if (hedge) {
      filler.set(at, at + 2);
    }
  }

  /** "you know" and "I mean" said to keep the floor. */
  private static void markParenthesis(List<RawToken> tokens, BitSet filler, int at) {
    if (at + 1 >= tokens.size()) {
      return;
    }
    String pair = tokens.get(at).folded() + " " + tokens.get(at + 1).folded();
    String next = at + 2 < tokens.size() ? tokens.get(at + 2).folded() : ".";
    String before = at > 0 ? tokens.get(at - 1).folded() : ".";
    boolean markBefore = at == 0 || tokens.get(at - 1).mark();
    boolean markAfter = at + 2 >= tokens.size() || tokens.get(at + 2).mark();
    boolean youKnow =
        pair.equals("you know")
            && !Set.of("do", "did", "if", "as", "n't", "not", "how", "that", "what")
                .contains(before)
            && (markAfter || markBefore)
            && !AFTER_YOU_KNOW.contains(next);
    boolean iMean =
        pair.equals("i mean")
            && !Set.of("what", "that", "if", "do", "n't").contains(before)
            && !Set.of("it", "to", "that").contains(next);
    if (youKnow || iMean) {
      filler.set(at, at + 2);
    }
  }
}
