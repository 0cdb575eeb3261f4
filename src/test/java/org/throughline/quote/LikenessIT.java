package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that ships puts like meanings near each other. */
class LikenessIT {

  @Test
  void shame_without_the_word_is_nearer_than_small_talk() {
    SentenceVectors vectors = LocalSentenceVectors.load();
    float[] shame = vectors.of("I felt so ashamed that I could not look at anyone.");
    assertThat(shame).hasSize(vectors.size());

    List<String> nearestFirst =
        List.of(
                "We bought a new car last week.",
                "I was so embarrassed that I had to leave the room.",
                "My sister came to visit on Sunday.")
            .stream()
            .sorted(Comparator.comparingDouble(s -> -cosine(shame, vectors.of(s))))
            .toList();
    assertThat(nearestFirst.getFirst()).startsWith("I was so embarrassed");
    assertThat(cosine(shame, shame)).isBetween(0.9999, 1.0001);
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
