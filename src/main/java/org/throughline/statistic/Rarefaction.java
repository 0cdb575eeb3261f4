package org.throughline.statistic;

import java.util.Collection;

/**
 * How many kinds one would meet in less text: Hurlbert, S. H. (1971). The nonconcept of species
 * diversity: a critique and alternative parameters. Ecology 52, 577–586.
 *
 * <p>A longer session names more kinds of feeling only because it is longer. Rarefaction asks of
 * each session how many kinds an equal number of its words would have named.
 */
public final class Rarefaction {

  private Rarefaction() {}

  /**
   * The expected number of kinds in {@code m} words drawn without replacement from {@code words}.
   *
   * @param counts how often each kind occurs
   * @throws IllegalArgumentException if m is not within 0 to words, or the counts exceed the words
   */
  public static double expected(Collection<Integer> counts, long words, long m) {
    if (m < 0 || m > words) {
      throw new IllegalArgumentException(m + " words of a text of " + words);
    }
    long named = counts.stream().mapToLong(Integer::longValue).sum();
    if (named > words) {
      throw new IllegalArgumentException(named + " hits in a text of " + words + " words");
    }
    double kinds = 0;
    for (int count : counts) {
      kinds += count == 0 ? 0 : 1 - absent(count, words, m);
    }
    return kinds;
  }

  /** The chance that none of {@code count} words is among the m: C(N−c, m) / C(N, m). */
  private static double absent(int count, long words, long m) {
    double chance = 1;
    for (int i = 0; i < count && chance > 0; i++) {
      chance *= Math.max(0, words - m - i) / (double) (words - i);
    }
    return chance;
  }
}
