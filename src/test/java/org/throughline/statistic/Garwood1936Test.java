package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Byar's limits against the exact ones of Garwood 1936, Table I (95 %): the approximation is off by
 * a few hundredths from five events on.
 */
class Garwood1936Test {

  @ParameterizedTest(name = "{0} events")
  @CsvSource({
    "0,   0.000,  3.689, 0.10",
    "5,   1.623, 11.668, 0.02",
    "10,  4.795, 18.390, 0.02",
    "20, 12.217, 30.889, 0.02",
    "30, 20.241, 42.827, 0.02",
  })
  void exact_limits(long events, double low, double high, double tolerance) {
    Interval limits = Byar.count(events);
    assertThat(limits.low()).isCloseTo(low, within(tolerance));
    assertThat(limits.high()).isCloseTo(high, within(tolerance));
  }
}
