package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as the model of talk sees it: ordinary words as they are, and for all others a mark
 * that says what the lists know. So the model learns where names stand, and not which names there
 * are.
 */
final class Shapes {

  private Shapes() {}

  static List<String> of(List<Word> sentence, Lexicon lexicon) {
    List<String> shapes = new ArrayList<>(sentence.size());
    for (Word word : sentence) {
      shapes.add(of(word, lexicon));
    }
    return shapes;
  }

  private static String of(Word word, Lexicon lexicon) {
    return switch (word.sort()) {
      case DIGITS, MIXED -> "#num";
      case MARK, TAIL -> word.folded();
      case LETTERS ->
          switch (lexicon.rate(word.folded())) {
            case NAME, UNKNOWN, PLACE -> "#name";
            case SAFE -> word.folded();
            case HOMOGRAPH -> homograph(word.folded(), lexicon);
          };
    };
  }

  /** The helping verbs, the words that are acts too, the towns, and all others. */
  private static String homograph(String word, Lexicon lexicon) {
    if (word.equals("will") || word.equals("may")) {
      return "#modal";
    }
    if (lexicon.isShortName(word)) {
      return word;
    }
    if (lexicon.isPersonHomograph(word)) {
      return Ordinary.isVerb(word) ? "#verb" : "#both";
    }
    return lexicon.isPlaceHomograph(word) ? "#town" : word;
  }
}
