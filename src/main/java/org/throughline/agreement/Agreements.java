package org.throughline.agreement;

import java.util.List;

/** Coefficients of ratings, each with its interval. */
public final class Agreements {

  private Agreements() {}

  /** The coefficients in the order asked for. */
  public static List<Agreement> of(
      Ratings ratings, List<? extends Measure> measures, Resampling resampling) {
    return resampling.estimate(List.of(recount(ratings, measures)), ratings.clients());
  }

  /** One coefficient. */
  public static Agreement of(Ratings ratings, Measure measure) {
    return of(ratings, List.of(measure), Resampling.DEFAULT).getFirst();
  }

  static Recount recount(Ratings ratings, List<? extends Measure> measures) {
    return new RatingsRecount(ratings, List.copyOf(measures), ratings.basis());
  }

  private record RatingsRecount(Ratings ratings, List<Measure> asked, Basis same)
      implements Recount {

    @Override
    public List<String> measures() {
      return asked.stream().map(Measure::label).toList();
    }

    @Override
    public Basis basis(int measure) {
      return same;
    }

    @Override
    public List<Figure> figures(int[] times) {
      long[] counts = ratings.counts(times);
      return asked.stream().map(measure -> measure.of(ratings, counts)).toList();
    }
  }
}
