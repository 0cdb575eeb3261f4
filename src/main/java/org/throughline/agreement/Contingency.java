package org.throughline.agreement;

/**
 * How often each pair of categories was given by the first and the second of two raters; units that
 * one of them did not judge are left out.
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read here, never compared
record Contingency(double[][] cells, double n) {

  static Contingency of(Ratings ratings, long[] counts) {
    int k = ratings.categories();
    double[][] cells = new double[k][k];
    double n = 0;
    int[][] rows = ratings.rows();
    for (int i = 0; i < rows.length; i++) {
      int first = rows[i][0];
      int second = rows[i][1];
      if (first != Ratings.MISSING && second != Ratings.MISSING) {
        cells[first][second] += counts[i];
        n += counts[i];
      }
    }
    return new Contingency(cells, n);
  }

  double observed() {
    double same = 0;
    for (int i = 0; i < cells.length; i++) {
      same += cells[i][i];
    }
    return same / n;
  }

  /** Agreement if each rater kept to his or her own shares and looked at nothing. */
  double expected() {
    double expected = 0;
    for (int i = 0; i < cells.length; i++) {
      double first = 0;
      double second = 0;
      for (int j = 0; j < cells.length; j++) {
        first += cells[i][j];
        second += cells[j][i];
      }
      expected += first / n * (second / n);
    }
    return expected;
  }
}
