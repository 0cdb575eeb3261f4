package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Efron 1979; Davison and Hinkley 1997, §3.8. */
class Efron1979Test {

  /**
   * With one unit a turn the bootstrap of a proportion is the binomial distribution itself: at 50
   * of 100 its percentiles are 40 and 60.
   */
  @Test
  void single_units_give_the_binomial_percentiles() {
    List<Tally> turns =
        Stream.concat(
                Collections.nCopies(50, new Tally(1, 1)).stream(),
                Collections.nCopies(50, new Tally(0, 1)).stream())
            .toList();
    Interval interval = Bootstrap.interval(turns);
    assertThat(interval.low()).isCloseTo(0.40, within(0.015));
    assertThat(interval.high()).isCloseTo(0.60, within(0.015));
  }

  /** Ten turns of ten alike are ten observations, not a hundred. */
  @Test
  void units_that_agree_within_a_turn_widen_it() {
    List<Tally> alike =
        Stream.concat(
                Collections.nCopies(5, new Tally(10, 10)).stream(),
                Collections.nCopies(5, new Tally(0, 10)).stream())
            .toList();
    assertThat(Bootstrap.interval(alike).width())
        .isGreaterThan(2 * Wilson.interval(new Tally(50, 100)).width());
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void the_order_of_turns_changes_nothing(long seed) {
    var random = new Random(seed);
    List<Tally> turns = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int n = random.nextInt(6);
      turns.add(new Tally(random.nextInt(n + 1), n));
    }
    Interval interval = Bootstrap.interval(turns);
    Collections.shuffle(turns, random);
    assertThat(Bootstrap.interval(turns)).as("seed %d", seed).isEqualTo(interval);
  }

  @Test
  void percentiles_lie_between_the_order_statistics() {
    double[] sorted = {1, 2, 3, 4, 5};
    assertThat(Bootstrap.percentile(sorted, 0.5)).isEqualTo(3);
    assertThat(Bootstrap.percentile(sorted, 0.1)).isCloseTo(1.4, within(1e-12));
  }

  @Test
  void no_units_is_misuse() {
    assertThatThrownBy(() -> Bootstrap.interval(List.of(Tally.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
