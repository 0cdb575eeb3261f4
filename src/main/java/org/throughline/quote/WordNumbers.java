package org.throughline.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number for every word that any segment holds, given out once and never again, and the rank of
 * each number in the alphabet. Ranks are worked out anew only when a word has come that was not
 * there before. Words of sessions that have gone stay until the index is purged, which begins a new
 * numbering.
 */
final class WordNumbers {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] ranks = {};

  synchronized int number(String word) {
    Integer known = numbers.putIfAbsent(word, words.size());
    if (known != null) {
      return known;
    }
    words.add(word);
    return words.size() - 1;
  }

  synchronized boolean holds(String word) {
    return numbers.containsKey(word);
  }

  /** By number, from 1; of all numbers given out until now. Not to be changed. */
  synchronized int[] ranks() {
    if (ranks.length < words.size()) {
      Integer[] sorted = new Integer[words.size()];
      Arrays.setAll(sorted, i -> i);
      Arrays.sort(sorted, Comparator.comparing(words::get));
      int[] fresh = new int[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        fresh[sorted[i]] = i + 1;
      }
      ranks = fresh;
    }
    return ranks;
  }
}
