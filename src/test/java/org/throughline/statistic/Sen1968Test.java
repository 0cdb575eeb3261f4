package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.statistic.MannKendallTest.numbers;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Theil 1950 and Sen 1968. */
class Sen1968Test {

  /** The example of Sen (1968), §6: seven points, slope 4, limits 3.71 to 4.375. */
  @Test
  void worked_example() {
    TheilSen line = TheilSen.of(numbers("1 2 3 4 10 12 18"), numbers("9 15 19 20 45 55 78"));
    assertThat(line.slope()).isCloseTo(4.0, within(1e-12));
    // Sen's own level is 93 %; ours is at least 95 %, so its limits lie on or outside his.
    assertThat(line.interval().low()).isLessThanOrEqualTo(26.0 / 7 + 1e-12);
    assertThat(line.interval().high()).isGreaterThanOrEqualTo(35.0 / 8 - 1e-12);
  }

  /** Values of scipy.stats.theilslopes. */
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4 5,          2 4 5 4 9,                      1.5833333333333335",
    "0 7 14 28 35 42,    0.31 0.35 0.3 0.44 0.52 0.49,   0.004642857142857143",
    "1 2 3 4 5 6,        5 5 5 5 5 5,                    0.0",
  })
  void independent_implementation(String x, String y, double slope) {
    assertThat(TheilSen.of(numbers(x), numbers(y)).slope()).isCloseTo(slope, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void the_slope_lies_in_its_interval_and_moves_with_the_units(long seed) {
    var random = new Random(seed);
    double[] x = random.doubles(9, 0, 100).sorted().toArray();
    double[] y = random.doubles(9).toArray();
    TheilSen line = TheilSen.of(x, y);
    assertThat(line.interval().contains(line.slope())).as("seed %d", seed).isTrue();
    double[] hundredfold = Arrays.stream(y).map(value -> 100 * value + 7).toArray();
    assertThat(TheilSen.of(x, hundredfold).slope())
        .as("seed %d", seed)
        .isCloseTo(100 * line.slope(), within(1e-9));
  }

  /** Over 2,000 lines without a trend, 0 is left out by at most one in twenty. */
  @Test
  void the_interval_covers_what_it_promises() {
    var random = new Random(1968);
    int leftOut = 0;
    for (int i = 0; i < 2000; i++) {
      double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
      double[] y = random.doubles(8).toArray();
      leftOut += TheilSen.of(x, y).interval().contains(0) ? 0 : 1;
    }
    assertThat(leftOut).isLessThanOrEqualTo(120);
  }

  @Test
  void one_moment_has_no_slope() {
    assertThatThrownBy(() -> TheilSen.of(new double[] {3, 3}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
