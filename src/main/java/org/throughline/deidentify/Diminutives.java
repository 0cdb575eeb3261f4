package org.throughline.deidentify;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Will is William, and William may be Bill. */
final class Diminutives {

  private static final Map<String, Set<String>> RELATED = new HashMap<>();
  private static final Map<String, String> FULL = new HashMap<>();

  static {
    WordLists.each(
        "diminutives.txt",
        line -> {
          List<String> forms = List.of(line.split(" ", -1));
          for (String form : forms) {
            RELATED.computeIfAbsent(form, unused -> new LinkedHashSet<>()).addAll(forms);
            FULL.putIfAbsent(form, forms.getFirst());
          }
        });
  }

  private Diminutives() {}

  /** Every form of the name, itself among them. */
  static Set<String> of(String name) {
    Set<String> forms = new LinkedHashSet<>(RELATED.getOrDefault(name, Set.of()));
    forms.add(name);
    return forms;
  }

  /** The full form; the name itself where none is known. */
  static String full(String name) {
    return FULL.getOrDefault(name, name);
  }
}
