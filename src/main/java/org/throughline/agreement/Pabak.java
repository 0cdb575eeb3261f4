package org.throughline.agreement;

/**
 * Two raters, all categories equally likely by chance: the prevalence-adjusted and bias-adjusted
 * kappa of Byrt, T., Bishop, J. and Carlin, J. B. (1993). Bias, prevalence and kappa. Journal of
 * Clinical Epidemiology 46, 423–429; with more than two categories Bennett, Alpert and Goldstein's
 * S (1954).
 */
public record Pabak() implements Measure {

  @Override
  public String label() {
    return "PABAK";
  }

  @Override
  public Figure of(Ratings ratings, long[] counts) {
    if (ratings.raters() != 2) {
      return Figure.none("it is for two raters, here are " + ratings.raters());
    }
    if (ratings.categories() < 2) {
      return Figure.none("there is only one category to choose");
    }
    Contingency table = Contingency.of(ratings, counts);
    if (table.n() == 0) {
      return Figure.none("no unit was judged by both");
    }
    return Figure.kappa(table.observed(), 1.0 / ratings.categories(), "unreachable");
  }
}
