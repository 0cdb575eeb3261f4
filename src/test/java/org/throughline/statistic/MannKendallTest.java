package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mann 1945 and Kendall 1975. Published table: Kendall (1975), Appendix Table 1, the chance that S
 * reaches a value when all orders are equally likely; three digits or more.
 */
class MannKendallTest {

  @ParameterizedTest(name = "n={0}: P(S ≥ {1}) = {2}")
  @CsvSource({
    "4,  4, .167",
    "4,  6, .042",
    "5,  6, .117",
    "5,  8, .042",
    "5, 10, .0083",
    "6,  9, .068",
    "6, 11, .028",
    "6, 13, .0083",
    "6, 15, .0014",
    "7, 11, .068",
    "7, 13, .035",
    "7, 15, .015",
    "7, 17, .0054",
    "8, 14, .054",
    "8, 16, .031",
    "8, 18, .016",
    "8, 20, .0071",
    "9, 16, .060",
    "9, 18, .038",
    "9, 20, .022",
    "10, 21, .036",
    "10, 23, .023",
    "10, 25, .014",
  })
  void table_of_Kendall(int n, int s, String chance) {
    int[] single = new int[n];
    Arrays.fill(single, 1);
    double tolerance = 0.5001 * Math.pow(10, -(chance.length() - 1));
    assertThat(KendallDistribution.of(single).upper(s))
        .isCloseTo(Double.parseDouble(chance), within(tolerance));
  }

  /** All orders of the values enumerated by an independent program. */
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4,                       6, 0.08333333333333333",
    "1 2 3 4 5,                    10, 0.016666666666666666",
    "0.31 0.35 0.3 0.44 0.52 0.49,  9, 0.1361111111111111",
    "3 1 2 2 5 4 6,                12, 0.09444444444444444",
    "2 2 2 2 2,                     0, 1.0",
  })
  void all_orders(String values, int s, double p) {
    MannKendall test = MannKendall.of(numbers(values));
    assertThat(test.s()).isEqualTo(s);
    assertThat(test.p()).isCloseTo(p, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ties_agree_with_enumeration(long seed) {
    double[] values = new Random(seed).ints(6, 0, 4).asDoubleStream().toArray();
    int s = MannKendall.of(values).s();
    int[] counts = new int[2];
    enumerate(values, 0, s, counts);
    assertThat(MannKendall.of(values).p())
        .as("seed %d", seed)
        .isCloseTo((double) counts[0] / counts[1], within(1e-12));
  }

  @Test
  void turning_the_series_round_turns_s_round_and_leaves_p() {
    double[] values = numbers("3 1 4 1 5 9 2 6");
    double[] turned = numbers("6 2 9 5 1 4 1 3");
    assertThat(MannKendall.of(turned).s()).isEqualTo(-MannKendall.of(values).s());
    assertThat(MannKendall.of(turned).p()).isCloseTo(MannKendall.of(values).p(), within(1e-12));
  }

  @Test
  void the_approximation_takes_over_without_a_step() {
    double[] exact = new Random(7).doubles(MannKendall.EXACT).toArray();
    for (int i = 0; i < exact.length; i++) {
      exact[i] += i / 90.0;
    }
    int[] single = new int[exact.length];
    Arrays.fill(single, 1);
    double z =
        (Math.abs(MannKendall.of(exact).s()) - 1)
            / Math.sqrt(MannKendall.variance(exact.length, single));
    assertThat(MannKendall.of(exact).p()).isCloseTo(2 * Normal.upper(z), within(0.005));
  }

  /** Yue and Wang 2004: likeness from one value to the next can only make a trend less sure. */
  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74})
  void likeness_never_makes_it_surer(long seed) {
    var random = new Random(seed);
    double[] values = new double[12];
    for (int i = 1; i < values.length; i++) {
      values[i] = 0.8 * values[i - 1] + random.nextGaussian();
    }
    var test = MannKendall.of(values);
    assertThat(test.pUnderLikeness(values)).as("seed %d", seed).isBetween(test.p(), 1.0);
  }

  @Test
  void a_slow_wave_is_less_sure_than_its_plain_test_says() {
    double[] wave = numbers("1 2 3 4 5 6 7 8 7 6 7 8");
    var test = MannKendall.of(wave);
    assertThat(MannKendall.lagOne(wave)).isGreaterThan(0.5);
    assertThat(test.pUnderLikeness(wave)).isGreaterThan(2 * test.p());
  }

  @Test
  void what_is_left_of_a_perfect_line_has_no_memory() {
    assertThat(MannKendall.lagOne(new double[] {0.1, 0.1 + 1e-16, 0.1, 0.1})).isZero();
  }

  @Test
  void two_hundred_values_are_answered() {
    double[] rising = new double[200];
    Arrays.setAll(rising, i -> i);
    assertThat(MannKendall.of(rising).p()).isLessThan(1e-10);
  }

  private static void enumerate(double[] values, int from, int s, int[] counts) {
    if (from == values.length) {
      int sum = 0;
      for (int i = 0; i < values.length; i++) {
        for (int j = i + 1; j < values.length; j++) {
          sum += Double.compare(values[j], values[i]);
        }
      }
      counts[0] += Math.abs(sum) >= Math.abs(s) ? 1 : 0;
      counts[1]++;
      return;
    }
    for (int i = from; i < values.length; i++) {
      double[] next = values.clone();
      next[from] = values[i];
      next[i] = values[from];
      enumerate(next, from + 1, s, counts);
    }
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
