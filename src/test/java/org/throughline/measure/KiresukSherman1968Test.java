package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.measure.Goal.Scaled;

/** Kiresuk and Sherman 1968. */
class KiresukSherman1968Test {

  @ParameterizedTest
  @CsvSource({
    "-1,       1,     40.0",
    "-1 -1 -1, 1 1 1, 36.306936062370845",
    "0 1 2,    1 2 3, 67.62610596956927",
    "2 -2,     1 1,   50.0",
  })
  void formula(String levels, String weights, double t) {
    assertThat(
            GoalAttainment.t(
                Arrays.stream(levels.split(" ", -1)).map(Integer::valueOf).toList(),
                Arrays.stream(weights.split(" ", -1)).map(Double::valueOf).toList()))
        .isCloseTo(t, within(1e-9));
  }

  /** As designed by the authors: all goals met as expected is 50, one goal off by one is 10. */
  @Test
  void fifty_where_all_is_as_expected() {
    assertThat(GoalAttainment.t(List.of(0, 0, 0), List.of(3.0, 1.0, 2.0))).isEqualTo(50);
    assertThat(GoalAttainment.t(List.of(1), List.of(7.0))).isCloseTo(60, within(1e-9));
  }

  @Test
  void no_goal_has_no_t() {
    assertThatThrownBy(() -> GoalAttainment.t(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_scaled_goal_without_all_five_levels_is_refused_with_what_to_do() {
    assertThatThrownBy(
            () ->
                new Scaled(
                    "g1",
                    java.time.LocalDate.of(2026, 1, 5),
                    new Words("sleep"),
                    1,
                    Collections.nCopies(4, new Words("x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all five level texts")
        .hasMessageContaining("described goal");
  }
}
