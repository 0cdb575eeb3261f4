package org.throughline.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.learning.ModelCard.Outcome;

/** Learning from invented decisions; no language model is loaded. */
class LearningTest {

  private static final String CODE = "emotion.fear";

  /**
   * Twenty clients; the code applies where "tremble" stands, and each client has a word of theirs.
   */
  private static List<Lesson> lessons(int clients, boolean learnable) {
    Random random = new Random(5);
    List<Lesson> lessons = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      for (int i = 0; i < 8; i++) {
        boolean applies = random.nextBoolean();
        List<String> features = new ArrayList<>(List.of("w=i", "w=mine" + client));
        features.add(learnable && applies ? "w=tremble" : "w=walk" + random.nextInt(3));
        // What tells yes from no within one client must not help with another.
        features.add("w=" + (applies ? "yes" : "no") + client);
        lessons.add(new Lesson("client " + client, applies, features));
      }
    }
    return lessons;
  }

  @Test
  void a_model_learns_what_holds_across_clients() {
    Outcome outcome = ModelCard.measure(CODE, lessons(20, true), Recipe.OURS);
    assertThat(outcome).isInstanceOf(Outcome.Carded.class);
    ModelCard card = ((Outcome.Carded) outcome).card();
    assertThat(card.precision().tally().rate()).isGreaterThan(.95);
    assertThat(card.recall().tally().rate()).isGreaterThan(.95);
    assertThat(card.clients()).isEqualTo(20);
    assertThat(card.judged().n()).isEqualTo(160);
  }

  /** Each client's own words separate perfectly; on clients held out they say nothing. */
  @Test
  void what_holds_within_a_client_only_does_not_look_like_knowledge() {
    Outcome outcome = ModelCard.measure(CODE, lessons(20, false), Recipe.OURS);
    ModelCard card = ((Outcome.Carded) outcome).card();
    LearnedCoder seen = LearnedCoder.learn(CODE, lessons(20, false));
    assertThat(lessons(20, false))
        .allSatisfy(
            lesson ->
                assertThat(seen.probability(lesson.features()) >= .5).isEqualTo(lesson.applies()));
    double base = card.judged().rate();
    assertThat(card.precision().n() == 0 ? base : card.precision().tally().rate())
        .isLessThan(base + .2);
  }

  @Test
  void too_few_clients_give_no_card() {
    assertThat(ModelCard.measure(CODE, lessons(4, true), Recipe.OURS))
        .isEqualTo(new Outcome.TooLittle("lessons from 4 clients; at least 5"));
  }

  @Test
  void lessons_of_one_kind_teach_nothing() {
    List<Lesson> yes = lessons(9, true).stream().filter(Lesson::applies).toList();
    assertThat(ModelCard.measure(CODE, yes, Recipe.OURS)).isInstanceOf(Outcome.TooLittle.class);
    assertThatThrownBy(() -> LearnedCoder.learn(CODE, yes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_same_lessons_give_the_same_model_and_it_comes_back_from_its_bytes() throws Exception {
    LearnedCoder one = LearnedCoder.learn(CODE, lessons(8, true));
    LearnedCoder other = LearnedCoder.learn(CODE, lessons(8, true));
    assertThat(one.rater()).isEqualTo(other.rater());
    LearnedCoder back = LearnedCoder.read(CODE, one.bytes());
    List<String> words = List.of("w=i", "w=tremble");
    assertThat(back.probability(words)).isEqualTo(one.probability(words)).isGreaterThan(.5);
  }

  /** Sentences nobody marked teach, and are counted by themselves. */
  @Test
  void what_nobody_marked_counts_neither_for_nor_against() {
    List<Lesson> lessons = new ArrayList<>(lessons(20, true));
    for (int client = 0; client < 20; client++) {
      for (int i = 0; i < 10; i++) {
        lessons.add(
            new Lesson("client " + client, Lesson.Kind.UNMARKED, List.of("w=walk" + i % 3)));
      }
      lessons.add(
          new Lesson(
              "client " + client,
              Lesson.Kind.UNMARKED,
              List.of("w=i", "w=mine" + client, "w=tremble")));
    }
    ModelCard card = ((Outcome.Carded) ModelCard.measure(CODE, lessons, Recipe.OURS)).card();
    assertThat(card.judged().n()).isEqualTo(160);
    assertThat(card.unmarked()).isEqualTo(220);
    assertThat(card.elsewhere().n()).isEqualTo(220);
    assertThat(card.elsewhere().k()).as("one a client looks like the code").isBetween(15L, 25L);
    assertThat(card.precision().tally().rate()).isGreaterThan(.95);
    assertThat(card.precision().low()).isLessThan(1.0);
  }

  @Test
  void a_lesson_does_not_print_its_words() {
    assertThat(lessons(1, true).toString()).doesNotContain("tremble");
  }
}
