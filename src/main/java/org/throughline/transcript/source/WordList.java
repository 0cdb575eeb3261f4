package org.throughline.transcript.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of words or short phrases, written as a line of them between commas. */
public final class WordList {

  private WordList() {}

  public static Set<String> of(String words) {
    return Stream.of(words.split(",", -1))
        .map(word -> word.strip().replaceAll("\\s+", " "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
