package org.throughline.deidentify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invented names by kind, in a fixed order. */
final class SurrogateLists {

  private static final Map<String, Set<String>> LISTS = WordLists.sections("surrogates.txt");

  private SurrogateLists() {}

  static List<String> of(String section) {
    return LISTS.getOrDefault(section, Set.of()).stream()
        .map(name -> name.replace('_', ' '))
        .sorted()
        .toList();
  }
}
