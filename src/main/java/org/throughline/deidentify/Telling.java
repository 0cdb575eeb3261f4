package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Facts told in ordinary words that point at one person: "the only female firefighter in town". No
 * list finds them all; those with a telling form go to the reviewer.
 */
final class Telling implements Recogniser {

  private static final int LONGEST = 7;
  private static final Set<String> FIRST = Set.of("only", "first", "youngest", "oldest");
  private static final Set<String> WHERE =
      Set.of(
          "town",
          "village",
          "county",
          "state",
          "school",
          "city",
          "country",
          "world",
          "company",
          "department",
          "parish",
          "district",
          "hospital",
          "island",
          "valley",
          "team",
          "family's");
  private static final Set<String> PUBLIC =
      WordLists.words(
          """
          newspaper newspapers headline headlines televised viral celebrity mayor documentary
          """);

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      if (PUBLIC.contains(passage.folded(i))) {
        found.add(Finding.unsure(passage.word(i).span(), Kind.UNKNOWN, Evidence.FRAME));
      }
      if (FIRST.contains(passage.folded(i)) && passage.folded(i - 1).equals("the")) {
        int end = where(passage, i);
        if (end > 0) {
          found.add(Finding.unsure(passage.span(i, end), Kind.UNKNOWN, Evidence.FRAME));
        }
      }
    }
    return found;
  }

  private static int where(Passage passage, int first) {
    for (int i = first + 2; i < Math.min(passage.size(), first + LONGEST); i++) {
      if (WHERE.contains(passage.folded(i))
          && passage.folded(i - 1).matches("in|at|the|my|our|this")) {
        return i + 1;
      }
      if (passage.word(i).isMark()) {
        return 0;
      }
    }
    return 0;
  }
}
