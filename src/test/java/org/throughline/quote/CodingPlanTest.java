package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.coding.Rater;

class CodingPlanTest {

  private static final Rater.Human ANNE = new Rater.Human("anne");

  @Test
  void every_mark_becomes_a_coding_of_its_exact_words() throws IOException {
    try (Shelf shelf =
        new Shelf().put("s1", "ann", 1, "2026-01-10", "C: I feel bad. I feel angry.", "T: Bad?")) {
      List<Hit> hits = shelf.search("feel [pos=\"ADJ\"] OR [lemma=\"feel\"] [pos=\"ADJ\"]").hits();
      CodingPlan plan = CodingPlan.of("b1", "emotion.shame", ANNE, "said so", hits);

      assertThat(plan.additions())
          .extracting(a -> a.session() + " " + a.coding().turn() + " " + a.coding().quote())
          .containsExactly("s1 0 feel bad", "s1 0 feel angry");
      assertThat(plan.additions()).allSatisfy(a -> assertThat(a.coding().rater()).isEqualTo(ANNE));
      assertThat(plan).isEqualTo(CodingPlan.of("b1", "emotion.shame", ANNE, "said so", hits));
    }
  }

  @Test
  void what_this_rater_has_coded_already_is_left_out() throws IOException {
    try (Shelf shelf = new Shelf().put("s1", "ann", 1, "2026-01-10", "C: I feel bad.")) {
      Hit hit = shelf.search("\"feel bad\"").hits().getFirst();
      CodingPlan first = CodingPlan.of("b1", "emotion.shame", ANNE, "", List.of(hit));
      List<IndexedCoding> codings = new ArrayList<>();
      first
          .additions()
          .forEach(
              a -> codings.add(new IndexedCoding("c", a.coding(), IndexedCoding.Status.CONFIRMED)));
      Hit coded =
          new Hit(
              hit.session(),
              hit.client(),
              hit.number(),
              hit.date(),
              hit.turn(),
              hit.marks(),
              codings,
              hit.before(),
              hit.after(),
              hit.found());

      CodingPlan again = CodingPlan.of("b2", "emotion.shame", ANNE, "", List.of(coded, coded));
      assertThat(again.additions()).isEmpty();
      assertThat(again.skipped()).isEqualTo(2);
      assertThat(
              CodingPlan.of("b2", "emotion.shame", new Rater.Human("bo"), "", List.of(coded, coded))
                  .additions())
          .hasSize(1);
    }
  }

  @Test
  void a_saved_search_keeps_the_question_and_no_words_in_print() {
    SavedSearch saved = new SavedSearch("q1", "anne", "Shame", "\"my secret\"", Instant.EPOCH);
    assertThat(saved.toString()).isEqualTo("SavedSearch[q1]");
    assertThat(saved.query(QueryParser.of(new TinyAnalyzer(), Shelf.CLOCK)).what())
        .isInstanceOf(Expression.Has.class);
  }
}
