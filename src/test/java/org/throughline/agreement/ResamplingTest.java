package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.agreement.KrippendorffAlpha.Scale;
import org.throughline.statistic.Interval;

/** Davison and Hinkley 1997, §3.8: clients are drawn again, not units. */
class ResamplingTest {

  @Test
  void the_same_seed_gives_the_same_interval() {
    Ratings ratings = noisy(40, 5, 7);
    List<Measure> kappa = List.of(new CohenKappa());
    assertThat(Agreements.of(ratings, kappa, new Resampling(500, 3)))
        .isEqualTo(Agreements.of(ratings, kappa, new Resampling(500, 3)))
        .isNotEqualTo(Agreements.of(ratings, kappa, new Resampling(500, 4)));
  }

  /** 200 units by 200 clients against the same units by 10 clients who are each all of a kind. */
  @Test
  void units_of_one_client_do_not_count_as_independent() {
    Ratings.Builder alone = Ratings.words(Tables.raters(2), List.of("no", "yes"), "turns");
    Ratings.Builder bunched = Ratings.words(Tables.raters(2), List.of("no", "yes"), "turns");
    for (int unit = 0; unit < 200; unit++) {
      int client = unit / 20;
      String first = client % 2 == 0 ? "yes" : "no";
      String second = client == 3 || client == 4 ? "yes" : first;
      alone.add("client " + unit, first, second);
      bunched.add("client " + client, first, second);
    }
    double narrow = interval(Agreements.of(alone.build(), new CohenKappa())).width();
    double wide = interval(Agreements.of(bunched.build(), new CohenKappa())).width();
    assertThat(wide).isGreaterThan(2 * narrow);
  }

  @Test
  void the_interval_holds_the_estimate_and_its_standard_error_is_about_right() {
    Ratings ratings = noisy(400, 1, 11);
    var found = (Agreement.Estimate) Agreements.of(ratings, new CohenKappa());
    Interval interval = interval(found);
    assertThat(interval.contains(found.value())).isTrue();
    // Fleiss, Cohen and Everitt 1969 for two even categories: SE = sqrt((1 − κ²) / n), nearly.
    double error = Math.sqrt((1 - found.value() * found.value()) / 400);
    assertThat(interval.width()).isCloseTo(2 * 1.96 * error, within(.3 * interval.width()));
  }

  @Test
  void too_few_clients_give_no_interval() {
    var found = (Agreement.Estimate) Agreements.of(noisy(4, 50, 1), new CohenKappa());
    assertThat(found.uncertainty())
        .isEqualTo(new Uncertainty.Unknown("fewer than 5 clients to draw from"));
  }

  /** One client of six has all the cases, so a third of the samples have none. */
  @Test
  void an_interval_is_not_made_from_the_samples_that_happen_to_have_a_figure() {
    Ratings.Builder ratings = Ratings.words(Tables.raters(2), List.of("no", "yes"), "turns");
    for (int client = 0; client < 6; client++) {
      ratings.add("client " + client, "no", "no");
    }
    ratings.add("client 0", "yes", "yes").add("client 0", "yes", "no");
    var found = (Agreement.Estimate) Agreements.of(ratings.build(), new CohenKappa());
    assertThat(found.uncertainty()).isInstanceOf(Uncertainty.Unknown.class);
    assertThat(found.uncertainty().toString()).contains("too few cases");
  }

  /** Krippendorff's laws: who is called first, and what categories are called, does not matter. */
  @Test
  void permuting_raters_and_renaming_categories_changes_nothing() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Ratings.Builder one = Ratings.words(Tables.raters(3), List.of("a", "b", "c"), "units");
      Ratings.Builder other = Ratings.words(Tables.raters(3), List.of("x", "z", "y"), "units");
      for (int unit = 0; unit < 30; unit++) {
        int a = random.nextInt(3);
        int b = random.nextInt(3) == 0 ? random.nextInt(3) : a;
        int c = random.nextInt(3) == 0 ? random.nextInt(3) : a;
        one.add("client " + unit, "abc".substring(a, a + 1), letter("abc", b), letter("abc", c));
        other.add("client " + unit, letter("xyz", c), letter("xyz", a), letter("xyz", b));
      }
      for (Measure measure :
          List.of(new FleissKappa(), new GwetAc1(), new KrippendorffAlpha(Scale.NOMINAL))) {
        assertThat(Tables.value(other.build(), measure))
            .as("%s, seed %d", measure.label(), seed)
            .isCloseTo(Tables.value(one.build(), measure), within(1e-12));
      }
    }
  }

  private static String letter(String letters, int at) {
    return letters.substring(at, at + 1);
  }

  private static Interval interval(Agreement agreement) {
    var uncertainty = ((Agreement.Estimate) agreement).uncertainty();
    assertThat(uncertainty).isInstanceOf(Uncertainty.Bootstrapped.class);
    return ((Uncertainty.Bootstrapped) uncertainty).interval();
  }

  private static Ratings noisy(int clients, int units, long seed) {
    Random random = new Random(seed);
    Ratings.Builder ratings = Ratings.words(Tables.raters(2), List.of("no", "yes"), "turns");
    for (int client = 0; client < clients; client++) {
      for (int unit = 0; unit < units; unit++) {
        boolean yes = random.nextBoolean();
        boolean other = random.nextDouble() < .85 ? yes : !yes;
        ratings.add("client " + client, yes ? "yes" : "no", other ? "yes" : "no");
      }
    }
    return ratings.build();
  }
}
