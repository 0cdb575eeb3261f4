package org.throughline.agreement;

/**
 * Several raters, each unit judged equally often, categories without order, the shares of all
 * raters together as chance: Fleiss, J. L. (1971). Measuring nominal scale agreement among many
 * raters. Psychological Bulletin 76, 378–382.
 */
public record FleissKappa() implements Measure {

  @Override
  public String label() {
    return "Fleiss' kappa";
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    int[] chosen = new int[ratings.categories()];
    double[] total = new double[chosen.length];
    double units = 0;
    double agreed = 0;
    int m = 0;
    int[][] rows = ratings.rows();
    for (int i = 0; i < rows.length; i++) {
      int judged = counts[i] == 0 ? 0 : Rows.tally(rows[i], chosen);
      if (judged == 0) {
        continue;
      }
      if (m != 0 && m != judged) {
        return Figure.none(
            "units were judged by different numbers of raters; Krippendorff's alpha can do that");
      }
      m = judged;
      units += counts[i];
      double same = 0;
      for (int c = 0; c < chosen.length; c++) {
        total[c] += counts[i] * (double) chosen[c];
        same += chosen[c] * (chosen[c] - 1.0);
      }
      agreed += m < 2 ? 0 : counts[i] * same / (m * (m - 1.0));
    }
    if (m < 2) {
      return Figure.none("no unit was judged twice");
    }
    double expected = 0;
    for (double times : total) {
      expected += Math.pow(times / (units * m), 2);
    }
    return Figure.kappa(
        agreed / units,
        expected,
        "all raters put every unit into the same category, which chance alone would do");
  }
}
