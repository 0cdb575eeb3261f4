package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.language.Sentence;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

class QuoteIndexTest {

  private Shelf shelf;

  @BeforeEach
  void fill() throws IOException {
    shelf =
        new Shelf()
            .put(
                "s1",
                "ann",
                1,
                "2026-01-10",
                "T: What happened at the party?",
                "C: I [felt so ashamed]{emotion.shame} that I drank. I couldn't stop.",
                "T: You felt ashamed.",
                "C: He was [angry]{emotion.anger~}, and he [left me]{agency.undergoer!}.")
            .put(
                "s2",
                "bea",
                4,
                "2026-03-01",
                "C: I can't drink any more, it was, um, very bad.",
                "C: I told the man to stop, and I feel [small]{emotion.shame!}.");
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void marks_the_exact_words_newest_session_first() throws IOException {
    assertThat(shelf.found("drink"))
        .containsExactly(
            "s2.0 I can't [drink] any more, it was, um, very bad.",
            "s1.1 I felt so ashamed that I [drank]. I couldn't stop.");
  }

  @Test
  void code_and_word_share_their_positions() throws IOException {
    assertThat(shelf.found("code:emotion.shame near/5 lemma:drink"))
        .containsExactly("s1.1 I [felt so ashamed that I drank]. I couldn't stop.");
    assertThat(shelf.found("emotion:shame near/2 lemma:drink")).isEmpty();
  }

  @Test
  void a_hit_has_a_turn_of_context_on_each_side_and_its_codings() throws IOException {
    Hit hit = shelf.search("emotion:shame speaker:client client:ann").hits().getFirst();

    assertThat(hit.quote()).isEqualTo("felt so ashamed");
    assertThat(hit.role()).isEqualTo(Role.CLIENT);
    assertThat(hit.before()).isNotNull().extracting("index").isEqualTo(0);
    assertThat(hit.after()).isNotNull().extracting("index").isEqualTo(2);
    assertThat(hit.turn().startMs()).isEqualTo(10_000L);
    assertThat(hit.codings())
        .singleElement()
        .satisfies(c -> assertThat(c.coding().evidence().explanation()).isEqualTo("named"));
    assertThat(hit.link()).isEqualTo("/#/sessions/s1/turn/1");
  }

  @Test
  void sees_the_permitted_clients_only() throws IOException {
    assertThat(shelf.search("i", "ann").total()).isEqualTo(1);
    assertThat(shelf.search("i", "ann", "bea").total()).isEqualTo(3);
    assertThat(shelf.search("client:bea", "ann").total()).isZero();
    assertThat(
            shelf
                .index
                .search(QuoteQuery.of(new Expression.All()), Visible.clients(Set.of()), shelf)
                .total())
        .isZero();
  }

  @Test
  void putting_a_session_again_replaces_it() throws IOException {
    shelf.put("s1", "ann", 1, "2026-01-10", "C: Nothing to tell.");

    assertThat(shelf.found("client:ann")).containsExactly("s1.0 Nothing to tell.");
    shelf.index.remove("s1");
    shelf.index.publish();
    assertThat(shelf.found("client:ann")).isEmpty();
  }

  @Test
  void a_text_that_has_gone_is_not_shown() throws IOException {
    shelf.forget("s1");
    assertThat(shelf.found("ashamed")).isEmpty();
  }

  @Test
  void a_word_without_end_does_not_stop_the_index() throws IOException {
    String endless = "x".repeat(50_000);
    shelf.put("s3", "cid", 1, "2026-03-02", "C: I drank " + endless + " again.");
    assertThat(shelf.found("drank again")).hasSize(1);
    assertThat(shelf.search("\"" + "x".repeat(300) + "\"").hits().getFirst().quote())
        .isEqualTo(endless);
  }

  @Test
  void what_cannot_be_read_leaves_the_session_as_it_was() throws IOException {
    IndexedSession broken =
        new IndexedSession(
            "s1",
            "ann",
            1,
            LocalDate.of(2026, 1, 1),
            List.of(
                new IndexedTurn(
                    0,
                    Role.CLIENT,
                    List.of(),
                    List.of(new Sentence(new Span(0, 5), 0, 3, false)),
                    null)),
            List.of());
    assertThatThrownBy(() -> shelf.index.put(broken)).isInstanceOf(IndexOutOfBoundsException.class);
    shelf.index.publish();
    assertThat(shelf.found("client:ann")).hasSize(4);
  }

  @Test
  void searching_goes_on_while_sessions_come_and_go() throws Exception {
    Set<Integer> totals = ConcurrentHashMap.newKeySet();
    try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        reading.add(
            readers.submit(
                () -> {
                  for (int j = 0; j < 200; j++) {
                    totals.add(shelf.search("drink", "ann").total());
                    shelf.index.groups(
                        shelf.parser.parse("drink"), GroupBy.MONTH, new Visible.Everyone());
                  }
                  return null;
                }));
      }
      for (int j = 0; j < 50; j++) {
        shelf.put("s" + (10 + j % 5), "bea", 1, "2026-03-02", "C: I drink.", "C: I drank.");
        shelf.index.commit(j);
        shelf.index.remove("s" + (10 + (j + 2) % 5));
      }
      for (Future<?> one : reading) {
        one.get();
      }
    }
    assertThat(totals).containsExactly(1);
    assertThat(shelf.index.sequence()).isEqualTo(49);
  }

  @Test
  void what_was_removed_and_purged_is_not_remembered_for_sorting() throws IOException {
    shelf.put("s9", "zoe", 1, "2026-03-02", "C: My zebra drank.");
    Concordance lines = byRightContext("drank");
    assertThat(lines.lines()).extracting(Concordance.Line::client).contains("zoe");
    assertThat(shelf.index.remembers("zebra")).isTrue();
    shelf.index.removeClient("zoe");
    shelf.index.purge();
    assertThat(shelf.index.remembers("zebra")).isFalse();
    assertThat(byRightContext("drank").lines())
        .isEqualTo(lines.lines().stream().filter(line -> !line.client().equals("zoe")).toList());
  }

  private Concordance byRightContext(String word) throws IOException {
    return shelf.index.concordance(
        shelf.parser.parse(word),
        Concordance.SortBy.RIGHT,
        0,
        10,
        40,
        new Visible.Everyone(),
        shelf);
  }

  @Test
  void nothing_prints_the_words() throws IOException {
    Hits hits = shelf.search("ashamed");
    assertThat(hits.toString()).doesNotContainIgnoringCase("ashamed");
    assertThat(hits.hits().getFirst().toString())
        .isEqualTo("Hit[session=s1, turn=1, marks=[[10, 17)]]");
  }
}
