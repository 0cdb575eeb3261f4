package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The last look before release: does any string of the card still stand in the text? Words that are
 * ordinary ones are left out where they stand alone: those the reviewer has decided about.
 */
final class LeakScan {

  private final List<List<String>> lines = new ArrayList<>();

  LeakScan(IdentityCard card) {
    Lexicon lexicon = Lexicon.shipped();
    for (IdentityCard.Line line : card.lines()) {
      List<String> words = words(line.text());
      boolean ordinary = words.size() == 1 && lexicon.rate(words.getFirst()).isSafe();
      if (!words.isEmpty() && !ordinary) {
        lines.add(words);
      }
      if (line.kind() == Kind.NAME && words.size() > 1) {
        words.stream()
            .filter(word -> word.length() > 2 && !lexicon.rate(word).isSafe())
            .forEach(word -> lines.add(List.of(word)));
      }
    }
  }

  private static List<String> words(String text) {
    return Words.of(text, Lexicon.shipped()).stream()
        .filter(word -> !word.isMark() && word.sort() != Word.Sort.TAIL)
        .map(Word::folded)
        .toList();
  }

  /** Which turns hold a line of the card, by their index. */
  List<Integer> turns(List<ReleasedTurn> turns) {
    return turns.stream().filter(this::leaks).map(ReleasedTurn::index).toList();
  }

  private boolean leaks(ReleasedTurn turn) {
    List<String> said = words(turn.text());
    return lines.stream().anyMatch(line -> Collections.indexOfSubList(said, line) >= 0);
  }
}
