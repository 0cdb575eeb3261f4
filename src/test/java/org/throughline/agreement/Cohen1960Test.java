package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
 * Measurement 20, 37–46.
 */
class Cohen1960Test {

  /** Page 38, table 1: worse than chance; proportions of 200 cases. */
  @Test
  void table_1() {
    var ratings = Tables.square(new int[][] {{50, 26, 24}, {24, 4, 32}, {6, 30, 4}});
    assertThat(Tables.value(ratings, new CohenKappa())).isCloseTo(-.092, within(.0005));
  }

  /** Page 45, table 2. */
  @Test
  void table_2() {
    var ratings = Tables.square(new int[][] {{88, 10, 2}, {14, 40, 6}, {18, 10, 12}});
    assertThat(Tables.value(ratings, new CohenKappa())).isCloseTo(.492, within(.0005));
  }

  /** An independent implementation on 60 units. */
  @Test
  void sixty_units() {
    var ratings = Tables.square(new int[][] {{20, 4, 0}, {3, 9, 1}, {0, 6, 17}});
    // p_o = 46/60; p_e = (24·23 + 13·19 + 23·18) / 3600
    double expected = (24.0 * 23 + 13 * 19 + 23 * 18) / 3600;
    assertThat(Tables.value(ratings, new CohenKappa()))
        .isCloseTo((46 / 60.0 - expected) / (1 - expected), within(1e-12));
  }

  @Test
  void is_undefined_where_both_raters_chose_one_category_throughout() {
    var ratings = Tables.square(new int[][] {{30, 0}, {0, 0}});
    assertThat(Tables.undefined(Agreements.of(ratings, new CohenKappa())))
        .contains("same category");
  }

  @Test
  void is_undefined_where_no_unit_was_judged_by_both() {
    assertThat(Tables.undefined(Agreements.of(Tables.lines("12..", "..12"), new CohenKappa())))
        .isEqualTo("no unit was judged by both");
  }

  @Test
  void is_undefined_for_three_raters() {
    assertThat(Tables.undefined(Agreements.of(Tables.lines("12", "12", "12"), new CohenKappa())))
        .contains("two raters");
  }
}
