package org.throughline.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hurlbert 1971, against the formula in exact fractions and against drawing words at random. */
class Hurlbert1971Test {

  @ParameterizedTest
  @CsvSource({
    "5 3 1 1,       1200,  400, 2.239603178860404",
    "1 1 1 1 1 1,   2000,  400, 1.2",
    "12 7 3 2 1 1,  5000, 5000, 6.0",
    "2,              400,  400, 1.0",
  })
  void exact_fractions(String counts, long words, long m, double kinds) {
    assertThat(Rarefaction.expected(list(counts), words, m)).isCloseTo(kinds, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void at_all_words_it_is_the_count_and_it_never_falls(long seed) {
    var random = new Random(seed);
    List<Integer> counts = random.ints(8, 0, 9).boxed().toList();
    long words = 1000;
    double before = 0;
    for (long m = 0; m <= words; m += 50) {
      double kinds = Rarefaction.expected(counts, words, m);
      assertThat(kinds).as("seed %d, m %d", seed, m).isGreaterThanOrEqualTo(before);
      before = kinds;
    }
    assertThat(before)
        .as("seed %d", seed)
        .isCloseTo((double) counts.stream().filter(count -> count > 0).count(), within(1e-12));
  }

  @Test
  void drawing_words_at_random_gives_the_same() {
    int[] kindOfWord = new int[60];
    Arrays.fill(kindOfWord, -1);
    int[] counts = {6, 3, 1};
    int at = 0;
    for (int kind = 0; kind < counts.length; kind++) {
      for (int i = 0; i < counts[kind]; i++) {
        kindOfWord[at++] = kind;
      }
    }
    var random = new Random(1971);
    long met = 0;
    for (int draw = 0; draw < 20_000; draw++) {
      boolean[] kinds = new boolean[3];
      int[] pool = kindOfWord.clone();
      for (int i = 0; i < 20; i++) {
        int pick = i + random.nextInt(pool.length - i);
        int word = pool[pick];
        pool[pick] = pool[i];
        if (word >= 0 && !kinds[word]) {
          kinds[word] = true;
          met++;
        }
      }
    }
    assertThat(met / 20_000.0)
        .isCloseTo(Rarefaction.expected(List.of(6, 3, 1), 60, 20), within(0.02));
  }

  @Test
  void more_words_than_there_are_is_misuse() {
    assertThatThrownBy(() -> Rarefaction.expected(List.of(1), 10, 11))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> list(String counts) {
    return Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList();
  }
}
