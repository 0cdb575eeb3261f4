package org.throughline.agreement;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Cuts texts into units by the Unicode rules, without a language model. */
public final class Pieces {

  /** A stretch of text, end exclusive, in UTF-16 units. */
  record Piece(int start, int end) {}

  private Pieces() {}

  static List<Piece> of(CodingUnit unit, String text) {
    return switch (unit) {
      case ITEM -> List.of(new Piece(0, Math.max(1, text.length())));
      case SENTENCE -> cut(BreakIterator.getSentenceInstance(Locale.ROOT), text);
      case WORD -> cut(BreakIterator.getWordInstance(Locale.ROOT), text);
    };
  }

  /**
   * Where the words of a quote begin in the text that it is from.
   *
   * @param offset where the quote begins
   */
  public static Set<Integer> wordStarts(String quote, int offset) {
    Set<Integer> starts = new TreeSet<>();
    for (Piece word : of(CodingUnit.WORD, quote)) {
      starts.add(offset + word.start());
    }
    return starts;
  }

  private static List<Piece> cut(BreakIterator breaks, String text) {
    List<Piece> pieces = new ArrayList<>();
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
        pieces.add(new Piece(start, end));
      }
      start = end;
    }
    return pieces;
  }
}
