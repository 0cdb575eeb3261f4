package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jacobson and Truax 1991: their example of marital satisfaction (pp. 13–14), a client who moves
 * from 32.5 to 47.5 on a scale with s = 7.5 and r = .80; means 40 (clinical) and 60 (norm).
 */
class JacobsonTruax1991Test {

  private static final ReliableChange EXAMPLE = new ReliableChange(7.5, 0.80);

  @Test
  void worked_example() {
    assertThat(EXAMPLE.standardError()).isCloseTo(3.35, within(0.005));
    assertThat(EXAMPLE.differenceError()).isCloseTo(4.74, within(0.005));
    assertThat(EXAMPLE.index(32.5, 47.5)).isCloseTo(3.16, within(0.005));
  }

  @Test
  void cut_offs_of_the_example() {
    assertThat(ReliableChange.cutoffA(40, 7.5, 60)).isEqualTo(55);
    assertThat(ReliableChange.cutoffB(60, 7.5, 40)).isEqualTo(45);
    assertThat(ReliableChange.cutoffC(40, 7.5, 60, 7.5)).isEqualTo(50);
  }

  @Test
  void cut_offs_where_lower_is_better() {
    assertThat(ReliableChange.cutoffA(20, 4, 5)).isEqualTo(12);
    assertThat(ReliableChange.cutoffB(5, 2, 20)).isEqualTo(9);
    assertThat(ReliableChange.cutoffC(20, 4, 5, 2)).isCloseTo(10, within(1e-12));
  }

  /** Computed independently from the formula. */
  @ParameterizedTest
  @CsvSource({
    "18, 11, 5.5, 0.89, -2.7134636627077695, 5.056175278975147",
    "14, 12, 4.7, 0.92, -1.0638297872340428, 3.684732290935301",
  })
  void independent_implementation(
      double before, double after, double sd, double reliability, double rc, double threshold) {
    var change = new ReliableChange(sd, reliability);
    assertThat(change.index(before, after)).isCloseTo(rc, within(1e-12));
    assertThat(change.threshold()).isCloseTo(threshold, within(1e-4));
  }

  @Test
  void a_perfect_or_senseless_reliability_is_refused() {
    assertThatThrownBy(() -> new ReliableChange(5, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReliableChange(0, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
