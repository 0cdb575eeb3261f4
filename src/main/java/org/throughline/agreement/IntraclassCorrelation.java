package org.throughline.agreement;

/**
 * Numbers given by the same raters to every unit: Shrout, P. E. and Fleiss, J. L. (1979).
 * Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86, 420–428.
 * Units that a rater missed are left out.
 *
 * @param form which of the paper's six
 */
public record IntraclassCorrelation(Form form) implements Measure {

  /** The model, and whether one rater or the mean of all is to be relied on. */
  public enum Form {
    /** (1,1): each unit has raters of its own. */
    ONE_WAY_SINGLE("1,1"),
    /** (2,1): the raters are a sample of all raters; their differences in level count. */
    RANDOM_SINGLE("2,1"),
    /** (3,1): just these raters; differences in level do not count. */
    FIXED_SINGLE("3,1"),
    /** (1,k). */
    ONE_WAY_MEAN("1,k"),
    /** (2,k). */
    RANDOM_MEAN("2,k"),
    /** (3,k). */
    FIXED_MEAN("3,k");

    private final String name;

    Form(String name) {
      this.name = name;
    }
  }

  @Override
  public String label() {
    return "ICC(" + form.name + ")";
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    Variance variance = Variance.of(ratings, counts);
    if (variance.n < 2) {
      return Figure.none("fewer than two units were judged by every rater");
    }
    if (variance.total == 0) {
      return Figure.none("every rating is the same number: without variation there is no ratio");
    }
    double n = variance.n;
    double k = ratings.raters();
    double units = variance.units / (n - 1);
    double within = (variance.total - variance.units) / (n * (k - 1));
    double raters = variance.raters / (k - 1);
    double rest = (variance.total - variance.units - variance.raters) / ((n - 1) * (k - 1));
    return switch (form) {
      case ONE_WAY_SINGLE -> ratio(units - within, units + (k - 1) * within);
      case RANDOM_SINGLE -> ratio(units - rest, units + (k - 1) * rest + k * (raters - rest) / n);
      case FIXED_SINGLE -> ratio(units - rest, units + (k - 1) * rest);
      case ONE_WAY_MEAN -> ratio(units - within, units);
      case RANDOM_MEAN -> ratio(units - rest, units + (raters - rest) / n);
      case FIXED_MEAN -> ratio(units - rest, units);
    };
  }

  private static Figure ratio(double part, double whole) {
    return whole <= 1e-12
        ? Figure.none("the units do not differ, so no share of variance is theirs")
        : Figure.of(part / whole);
  }

  /** Sums of squares between units, between raters and in all. */
  private record Variance(double n, double units, double raters, double total) {

    static Variance of(Ratings ratings, long[] counts) {
      int k = ratings.raters();
      double[] byRater = new double[k];
      double n = 0;
      double sum = 0;
      double squares = 0;
      double unitSquares = 0;
      int[][] rows = ratings.rows();
      for (int i = 0; i < rows.length; i++) {
        if (counts[i] == 0 || misses(rows[i])) {
          continue;
        }
        n += counts[i];
        double unit = 0;
        for (int rater = 0; rater < k; rater++) {
          double value = ratings.value(rows[i][rater]);
          byRater[rater] += counts[i] * value;
          squares += counts[i] * value * value;
          unit += value;
        }
        sum += counts[i] * unit;
        unitSquares += counts[i] * unit * unit;
      }
      double mean = n == 0 ? 0 : sum * sum / (n * k);
      double raterSquares = 0;
      for (double total : byRater) {
        raterSquares += n == 0 ? 0 : total * total / n;
      }
      return new Variance(
          n,
          rounded(unitSquares / k - mean, squares),
          rounded(raterSquares - mean, squares),
          rounded(squares - mean, squares));
    }

    /** What is left of equal sums is rounding. */
    private static double rounded(double value, double scale) {
      return Math.abs(value) <= 1e-12 * scale ? 0 : value;
    }

    private static boolean misses(int[] row) {
      for (int rating : row) {
        if (rating == Ratings.MISSING) {
          return true;
        }
      }
      return false;
    }
  }
}
