package org.throughline.statistic;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Several questions put to the same sessions: Holm, S. (1979). A simple sequentially rejective
 * multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.
 */
public final class Holm {

  private Holm() {}

  /** The adjusted p of each, in the order given. */
  public static double[] adjust(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      highest = Math.max(highest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = highest;
    }
    return adjusted;
  }
}
