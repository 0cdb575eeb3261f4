package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin
 * 76, 378–382.
 */
class Fleiss1971Test {

  /** Page 379, table 1: 30 patients, six psychiatrists each, how many chose which diagnosis. */
  private static final int[][] PATIENTS = {
    {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
    {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
    {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1},
    {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0}, {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3},
    {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0}, {1, 0, 0, 4, 1},
    {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
  };

  /** The example best known today: ten units, fourteen raters, five categories. */
  private static final int[][] FOURTEEN = {
    {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
    {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
  };

  @Test
  void table_1() {
    assertThat(Tables.value(counts(PATIENTS), new FleissKappa())).isCloseTo(.430, within(.0005));
  }

  @Test
  void fourteen_raters() {
    assertThat(Tables.value(counts(FOURTEEN), new FleissKappa()))
        .isCloseTo(.20993070442195522, within(1e-12));
  }

  @Test
  void is_undefined_where_units_were_judged_by_different_numbers() {
    assertThat(
            Tables.undefined(Agreements.of(Tables.lines("121", "122", ".12"), new FleissKappa())))
        .contains("different numbers of raters");
  }

  private static Ratings counts(int[][] table) {
    int raters = java.util.Arrays.stream(table[0]).sum();
    Ratings.Builder ratings =
        Ratings.words(Tables.raters(raters), List.of("1", "2", "3", "4", "5"), "patients");
    for (int unit = 0; unit < table.length; unit++) {
      List<String> row = new ArrayList<>();
      for (int category = 0; category < table[unit].length; category++) {
        for (int i = 0; i < table[unit][category]; i++) {
          row.add(Integer.toString(category + 1));
        }
      }
      ratings.add("client " + unit, row.toArray(String[]::new));
    }
    return ratings.build();
  }
}
