package org.throughline.language;

import java.util.List;

/** A statistical model that marks names in a sentence. Safe for threads. */
public interface NameFinder {

  /** What a model takes a name for. */
  enum NameType {
    PERSON,
    PLACE,
    ORGANISATION
  }

  /**
   * A name found.
   *
   * @param first index of its first word in the sentence
   * @param end past the last
   * @param probability the model's own, from 0 to 1; 1 where it gives none
   */
  record FoundName(int first, int end, NameType type, double probability) {

    public FoundName {
      if (first < 0 || end <= first) {
        throw new IllegalArgumentException("not a range of words: " + first + " to " + end);
      }
    }
  }

  /** The names in one sentence, given as words and marks. */
  List<FoundName> find(List<String> sentence);
}
