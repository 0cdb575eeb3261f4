package org.throughline.agreement;

/**
 * Two raters, categories without order, each rater's own shares as chance: Cohen, J. (1960). A
 * coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
 *
 * <p>Low where nearly all units are of one category, however well raters agree (Feinstein and
 * Cicchetti 1990): read it with the prevalence and {@link GwetAc1}.
 */
public record CohenKappa() implements Measure {

  @Override
  public String label() {
    return "Cohen's kappa";
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    if (ratings.raters() != 2) {
      return Figure.none("it is for two raters, here are " + ratings.raters());
    }
    Contingency table = Contingency.of(ratings, counts);
    if (table.n() == 0) {
      return Figure.none("no unit was judged by both");
    }
    return Figure.kappa(
        table.observed(),
        table.expected(),
        "both raters put every unit into the same category, which chance alone would do");
  }
}
