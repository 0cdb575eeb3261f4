package org.throughline.agreement;

import java.util.List;

/**
 * One text in which several raters marked where a code applies.
 *
 * @param client whose it is
 * @param length in UTF-16 units
 * @param byRater each rater's marks, by start
 */
public record MarkedText(String client, int length, List<List<Mark>> byRater) {

  public MarkedText {
    byRater = byRater.stream().map(MarkedText::sorted).toList();
    for (List<Mark> marks : byRater) {
      if (!marks.isEmpty() && marks.stream().mapToInt(Mark::end).max().orElse(0) > length) {
        throw new IllegalArgumentException("a mark reaches past its text of " + length + " units");
      }
    }
  }

  private static List<Mark> sorted(List<Mark> marks) {
    return marks.stream()
        .sorted(java.util.Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
        .toList();
  }

  boolean isMarked() {
    return byRater.stream().anyMatch(marks -> !marks.isEmpty());
  }
}
