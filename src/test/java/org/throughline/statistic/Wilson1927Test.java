package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wilson 1927. Worked examples: Newcombe, R. G. (1998). Two-sided confidence intervals for the
 * single proportion. Statistics in Medicine 17, 857–872, Table I, method 3; four digits.
 */
class Wilson1927Test {

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "81, 263, .2553, .3662",
    "15, 148, .0624, .1605",
    "0,   20, .0000, .1611",
    "1,   29, .0061, .1718",
  })
  void table_I_of_Newcombe(long k, long n, double low, double high) {
    Interval interval = Wilson.interval(new Tally(k, n));
    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  /** Values of scipy.stats.binomtest(k, n).proportion_ci(method='wilson'). */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "0,   10, 0.0,                  0.2775327998628892",
    "3,  550, 0.001856735550768586, 0.015912715731643073",
    "15,  30, 0.33154125640533766,  0.6684587435946623",
    "50, 100, 0.4038315303659956,   0.5961684696340044",
    "40, 550, 0.05386117461466691,  0.09752052042712256",
    "10,  10, 0.7224672001371107,   1.0",
  })
  void independent_implementation(long k, long n, double low, double high) {
    Interval interval = Wilson.interval(new Tally(k, n));
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  @Test
  void no_units_and_more_hits_than_units_are_misuse() {
    assertThatThrownBy(() -> Wilson.interval(Tally.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Wilson.interval(new Tally(2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 of 1");
  }
}
