package org.throughline.deidentify;

import java.util.List;
import java.util.Set;

/** How much it would cost to be wrong: decides the order of the queue, never what is masked. */
final class Risk {

  /** Talk of what newspapers and courts keep, or of being the only one: no list of names helps. */
  private static final Set<String> TELLING =
      WordLists.words(
          """
          court trial lawsuit newspaper newspapers headline headlines press arrested murder murdered
          sentenced testified celebrity mayor televised viral documentary shooting
          """);

  private Risk() {}

  static int of(Mark mark, String text) {
    int kind =
        switch (mark.kind()) {
          case NAME -> 50;
          case ORGANISATION, ADDRESS, PLACE -> 40;
          case UNKNOWN -> 30;
          case DATE, NATIONALITY -> 15;
          case AGE -> 10;
          default -> 45;
        };
    int evidence =
        switch (mark.evidence()) {
          case CARD -> 40;
          case ELSEWHERE, FINDER -> 20;
          case FRAME -> 15;
          default -> 0;
        };
    return kind + evidence + (isTelling(text) ? 10 : 0);
  }

  /** Whether the words tell of something that can be looked up. */
  static boolean isTelling(String text) {
    List<Word> words = Words.of(text, Lexicon.shipped());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).folded();
      boolean only =
          word.equals("only")
              && i + 2 < words.size()
              && (words.get(i + 1).is("female")
                  || words.get(i + 1).is("male")
                  || words.get(i + 1).is("black"));
      if (TELLING.contains(word) || only) {
        return true;
      }
    }
    return false;
  }
}
