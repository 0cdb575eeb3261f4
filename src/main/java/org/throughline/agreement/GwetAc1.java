package org.throughline.agreement;

/**
 * Any number of raters, some ratings missing, categories without order: Gwet, K. L. (2008).
 * Computing inter-rater reliability and its variance in the presence of high agreement. British
 * Journal of Mathematical and Statistical Psychology 61, 29–48; with missing ratings Gwet (2014),
 * Handbook of Inter-Rater Reliability, 4th ed., ch. 2. Holds where one category is rare.
 */
public record GwetAc1() implements Measure {

  @Override
  public String label() {
    return "Gwet's AC1";
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    int q = ratings.categories();
    if (q < 2) {
      return Figure.none("there is only one category to choose");
    }
    double[] share = new double[q];
    double judged = 0;
    double judgedTwice = 0;
    double agreed = 0;
    int[][] rows = ratings.rows();
    int[] chosen = new int[q];
    for (int i = 0; i < rows.length; i++) {
      int m = Rows.tally(rows[i], chosen);
      if (m == 0 || counts[i] == 0) {
        continue;
      }
      judged += counts[i];
      double same = 0;
      for (int c = 0; c < q; c++) {
        share[c] += counts[i] * (double) chosen[c] / m;
        same += chosen[c] * (chosen[c] - 1.0);
      }
      if (m > 1) {
        judgedTwice += counts[i];
        agreed += counts[i] * same / (m * (m - 1.0));
      }
    }
    if (judgedTwice == 0) {
      return Figure.none("no unit was judged twice");
    }
    double expected = 0;
    for (int c = 0; c < q; c++) {
      expected += share[c] / judged * (1 - share[c] / judged);
    }
    return Figure.kappa(agreed / judgedTwice, expected / (q - 1), "unreachable");
  }
}
