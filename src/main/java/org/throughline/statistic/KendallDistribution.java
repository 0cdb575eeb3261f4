package org.throughline.statistic;

/**
 * The exact distribution of Kendall's S over all orders of values with given ties. Kendall, M. G.
 * (1975). Rank Correlation Methods, ch. 5 (recursion over n); the generalisation to ties puts one
 * group of equal values after the other among those already placed, so nothing is enumerated and
 * nothing approximated.
 *
 * <p>Kept as the chances of x rising pairs, x from 0 to the number of untied pairs; S is 2x minus
 * that number.
 */
final class KendallDistribution {

  private final double[] chances;

  private KendallDistribution(double[] chances) {
    this.chances = chances;
  }

  /** For groups of equal values of these sizes; all ones where there are no ties. */
  static KendallDistribution of(int[] groups) {
    double[] chances = {1};
    int placed = 0;
    for (int group : groups) {
      chances = convolve(chances, interleavings(group, placed));
      placed += group;
    }
    return new KendallDistribution(chances);
  }

  int untiedPairs() {
    return chances.length - 1;
  }

  /** The chance of an S at least as far from 0 as this one. */
  double twoSided(int s) {
    double p = 0;
    for (int x = 0; x < chances.length; x++) {
      p += Math.abs(2 * x - untiedPairs()) >= Math.abs(s) ? chances[x] : 0;
    }
    return Math.min(1, p);
  }

  /** The chance of an S of at least this. */
  double upper(int s) {
    double p = 0;
    for (int x = 0; x < chances.length; x++) {
      p += 2 * x - untiedPairs() >= s ? chances[x] : 0;
    }
    return Math.min(1, p);
  }

  /**
   * The chance that x pairs rise when {@code group} equal values are mixed at random with {@code
   * others} smaller ones: the Gaussian binomial coefficients, as chances.
   */
  private static double[] interleavings(int group, int others) {
    double[][] ways = new double[group + 1][group * others + 1];
    ways[0][0] = 1;
    for (int place = 0; place < group + others; place++) {
      ways = place(ways, group, others, place);
    }
    return ways[group];
  }

  /** One more position of the order is filled, by one of the group or by one of the others. */
  private static double[][] place(double[][] ways, int group, int others, int place) {
    double[][] next = new double[group + 1][group * others + 1];
    int left = group + others - place;
    for (int g = 0; g <= Math.min(group, place); g++) {
      int othersBefore = place - g;
      double takesGroup = (double) (group - g) / left;
      for (int x = 0; x < ways[g].length; x++) {
        double chance = ways[g][x];
        if (chance > 0 && g < group) {
          next[g + 1][x + othersBefore] += chance * takesGroup;
        }
        next[g][x] += chance * (1 - takesGroup);
      }
    }
    return next;
  }

  private static double[] convolve(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum[i + j] += a[i] * b[j];
      }
    }
    return sum;
  }
}
