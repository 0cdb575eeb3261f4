package org.throughline.agreement;

/**
 * Any number of raters, any ratings missing, and categories with or without order: Krippendorff, K.
 * (2004). Content Analysis, 2nd ed., ch. 11; (2011) Computing Krippendorff's alpha-reliability.
 *
 * @param scale how far apart two categories are
 */
public record KrippendorffAlpha(Scale scale) implements Measure {

  /** What the categories' order or numbers mean. */
  public enum Scale {
    /** The same or not. */
    NOMINAL,
    /** In order: how many ratings lie between. */
    ORDINAL,
    /** Differences of numbers count. */
    INTERVAL
  }

  @Override
  public String label() {
    return switch (scale) {
      case NOMINAL -> "Krippendorff's alpha";
      case ORDINAL -> "Krippendorff's alpha (ordinal)";
      case INTERVAL -> "Krippendorff's alpha (interval)";
    };
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    double[][] coincidences = coincidences(ratings, counts);
    int k = coincidences.length;
    double[] margin = new double[k];
    double n = 0;
    for (int c = 0; c < k; c++) {
      for (int d = 0; d < k; d++) {
        margin[c] += coincidences[c][d];
      }
      n += margin[c];
    }
    if (n == 0) {
      return Figure.none("no unit was judged twice");
    }
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < k; c++) {
      for (int d = c + 1; d < k; d++) {
        double apart = apart(ratings, margin, c, d);
        observed += 2 * coincidences[c][d] * apart;
        expected += 2 * margin[c] * margin[d] * apart;
      }
    }
    return Figure.alpha(
        observed / n,
        expected / (n * (n - 1)),
        "every rating is the same category: without variation there is nothing to agree on");
  }

  /** Each pair of ratings of a unit, weighted so that each rating counts once. */
  private static double[][] coincidences(Ratings ratings, long[] counts) {
    int k = ratings.categories();
    double[][] coincidences = new double[k][k];
    int[] chosen = new int[k];
    int[][] rows = ratings.rows();
    for (int i = 0; i < rows.length; i++) {
      int judged = counts[i] == 0 ? 0 : Rows.tally(rows[i], chosen);
      if (judged < 2) {
        continue;
      }
      double weight = counts[i] / (judged - 1.0);
      for (int c = 0; c < k; c++) {
        for (int d = 0; chosen[c] > 0 && d < k; d++) {
          coincidences[c][d] += weight * chosen[c] * (c == d ? chosen[c] - 1 : chosen[d]);
        }
      }
    }
    return coincidences;
  }

  private double apart(Ratings ratings, double[] margin, int c, int d) {
    return switch (scale) {
      case NOMINAL -> 1;
      case INTERVAL -> Math.pow(ratings.value(c) - ratings.value(d), 2);
      case ORDINAL -> {
        double between = -(margin[c] + margin[d]) / 2;
        for (int g = c; g <= d; g++) {
          between += margin[g];
        }
        yield between * between;
      }
    };
  }
}
