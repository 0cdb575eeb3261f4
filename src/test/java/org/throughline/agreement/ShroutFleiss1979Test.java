package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.agreement.IntraclassCorrelation.Form;

/**
 * Shrout, P. E. and Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater
 * reliability. Psychological Bulletin 86, 420–428: six targets, four judges (tables 2 and 4).
 */
class ShroutFleiss1979Test {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ONE_WAY_SINGLE, .17",
    "RANDOM_SINGLE,  .29",
    "FIXED_SINGLE,   .71",
    "ONE_WAY_MEAN,   .44",
    "RANDOM_MEAN,    .62",
    "FIXED_MEAN,     .91",
  })
  void table_4(Form form, double printed) {
    assertThat(Tables.value(targets(), new IntraclassCorrelation(form)))
        .isCloseTo(printed, within(.005));
  }

  @Test
  void is_undefined_where_all_ratings_are_one_number() {
    var icc = new IntraclassCorrelation(Form.RANDOM_SINGLE);
    assertThat(Tables.undefined(Agreements.of(Tables.lines("333", "333"), icc)))
        .contains("without variation");
  }

  @Test
  void names_its_form() {
    assertThat(new IntraclassCorrelation(Form.RANDOM_MEAN).label()).isEqualTo("ICC(2,k)");
  }

  private static Ratings targets() {
    double[][] targets = {
      {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };
    double[] values =
        java.util.Arrays.stream(targets).flatMapToDouble(java.util.Arrays::stream).toArray();
    Ratings.Builder ratings = Ratings.numbers(Tables.raters(4), values, "targets");
    for (int i = 0; i < targets.length; i++) {
      ratings.addNumbers(
          "client " + i, java.util.Arrays.stream(targets[i]).boxed().toArray(Double[]::new));
    }
    return ratings.build();
  }
}
