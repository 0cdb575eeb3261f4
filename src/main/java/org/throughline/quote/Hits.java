package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer.
 *
 * @param total how many turns answer, counted among the permitted clients only
 * @param exact false when counting stopped at the question's limit or its time: then there are more
 * @param partial true when time ran out before all turns were looked at
 * @param hits the page asked for
 */
public record Hits(int total, boolean exact, boolean partial, List<Hit> hits) {
  public Hits {
    hits = List.copyOf(hits);
  }

  /** "12", "more than 10000", "at least 37 (time ran out)". */
  public String count() {
    if (partial) {
      return "at least " + total + " (time ran out)";
    }
    return exact ? Integer.toString(total) : "more than " + total;
  }

  /**
   * These, and after them what was found by likeness in turns that are not among them. The count
   * stays that of the words: likeness has no count, everything is somewhat like everything.
   */
  public Hits and(Hits byLikeness) {
    List<Hit> all = new ArrayList<>(hits);
    for (Hit hit : byLikeness.hits) {
      boolean known =
          hits.stream()
              .anyMatch(
                  own ->
                      own.session().equals(hit.session())
                          && own.turn().index() == hit.turn().index());
      if (!known) {
        all.add(hit);
      }
    }
    return new Hits(total, exact, partial || byLikeness.partial, all);
  }
}
