package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holm 1979. */
class Holm1979Test {

  /** Values of R's p.adjust(method = "holm"). */
  @Test
  void independent_implementation() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.2}))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.2}, within(1e-12));
  }

  @Test
  void one_question_needs_no_correction_and_none_has_none() {
    assertThat(Holm.adjust(new double[] {0.03})).containsExactly(0.03);
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void never_below_the_plain_p_never_above_one_and_order_kept(long seed) {
    double[] p = new Random(seed).doubles(12).toArray();
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).as("seed %d", seed).isBetween(p[i], 1.0);
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] <= p[j] && adjusted[i] > adjusted[j]).as("seed %d", seed).isFalse();
      }
    }
  }
}
