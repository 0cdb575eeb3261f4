package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** What a hostile or an unlucky question can do. */
class LimitsTest {

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "\"",
          "{",
          "}",
          "<",
          ">",
          "|",
          "&",
          "!",
          "=",
          "*",
          "?",
          "+",
          ":",
          "/",
          ",",
          "..",
          " ",
          " ",
          " ",
          "AND",
          "OR",
          "NOT",
          "NEAR",
          "near/5",
          "before/3",
          "within",
          "within 5 words of",
          "near/sentence",
          "code:emotion",
          "emotion:shame",
          "[lemma=\"a\"]",
          "[pos=\"J.*\"]",
          "[]",
          "{1,3}",
          "speaker:client",
          "date:2026-01",
          "last:3months",
          "session:2..4",
          "status:confirmed",
          "<s/>",
          "<code=\"a\"/>",
          "drink",
          "asham*",
          "’",
          "é",
          "\u0000",
          "\uD83D",
          "\"so ashamed\"");

  @Test
  void nonsense_is_refused_with_a_column_or_read_and_answered() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("LimitsTest seed " + seed);
    Random random = new Random(seed);
    int read = 0;
    try (Shelf shelf = new Shelf().put("s1", "ann", 1, "2026-01-10", "C: I felt so ashamed.")) {
      for (int i = 0; i < 20_000; i++) {
        StringBuilder question = new StringBuilder();
        for (int j = random.nextInt(8); j >= 0; j--) {
          question.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        try {
          Expression what = shelf.parser.parse(question.toString());
          if (++read % 10 == 0) {
            shelf.index.search(QuoteQuery.of(what), new Visible.Everyone(), shelf);
          }
        } catch (QueryProblem problem) {
          assertThat(problem.column())
              .as("seed %d: %s", seed, question)
              .isBetween(1, question.length() + 1);
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void when_time_runs_out_the_answer_says_so() throws IOException {
    Library library = Library.random(new Random(1), 300);
    try (QuoteIndex index = QuoteIndex.open(new ByteBuffersDirectory())) {
      for (IndexedSession session : library.sessions()) {
        index.put(session);
      }
      index.publish();
      QuoteQuery query =
          QuoteQuery.of(
              QueryParser.of(new TinyAnalyzer(), Shelf.CLOCK).parse("[]{1,20} near/20 []{1,20}"));
      Hits whole = index.search(query, new Visible.Everyone(), library);
      index.timeLimit(Duration.ZERO);
      Hits cut = index.search(query, new Visible.Everyone(), library);

      assertThat(whole.partial()).isFalse();
      assertThat(cut.partial()).isTrue();
      assertThat(cut.exact()).isFalse();
      assertThat(cut.total()).isLessThan(whole.total());
      assertThat(cut.count()).endsWith("(time ran out)");
    }
  }

  @Test
  void counting_stops_where_told_and_says_so() throws IOException {
    try (Shelf shelf =
        new Shelf().put("s1", "ann", 1, "2026-01-10", "C: bad", "T: bad", "C: bad", "T: bad")) {
      Expression bad = shelf.parser.parse("bad");
      QuoteQuery query = new QuoteQuery(bad, QuoteQuery.Order.NEWEST, 0, 2, 3);
      Hits hits = shelf.index.search(query, new Visible.Everyone(), shelf);
      assertThat(hits.count()).isEqualTo("more than 3");
      assertThat(hits.hits()).hasSize(2);
    }
  }

  @Test
  void all_means_more_than_a_page() throws IOException {
    String[] said = new String[250];
    java.util.Arrays.fill(said, "C: bad");
    try (Shelf shelf = new Shelf().put("s1", "ann", 1, "2026-01-10", said)) {
      Hits hits = shelf.index.all(shelf.parser.parse("bad"), new Visible.Everyone(), shelf);
      assertThat(hits.hits()).hasSize(250);
      assertThat(hits.exact()).isTrue();
    }
  }

  @Test
  void pages_are_bounded() {
    Expression all = new Expression.All();
    assertThatThrownBy(() -> QuoteQuery.of(all).page(0, 101))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QuoteQuery.of(all).page(1_001, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_removed_and_purged_has_left_the_files() throws IOException {
    ByteBuffersDirectory files = new ByteBuffersDirectory();
    try (QuoteIndex index = QuoteIndex.open(files)) {
      for (String client : List.of("ann", "bea")) {
        List<IndexedSession> sessions = new ArrayList<>();
        Library.add(new Random(4), "secret-" + client, client, sessions, new ArrayList<>());
        index.put(sessions.getFirst());
      }
      index.commit(7);
      assertThat(holds(files, "secret-ann")).isTrue();
      index.removeClient("ann");
      index.purge();
      assertThat(holds(files, "secret-ann")).isFalse();
      assertThat(holds(files, "secret-bea")).isTrue();
      assertThat(index.sequence()).isEqualTo(7);
    }
  }

  private static boolean holds(ByteBuffersDirectory files, String text) throws IOException {
    boolean found = false;
    for (String name : files.listAll()) {
      try (var in = files.openInput(name, org.apache.lucene.store.IOContext.READONCE)) {
        byte[] bytes = new byte[(int) in.length()];
        in.readBytes(bytes, 0, bytes.length);
        found |= new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
      }
    }
    return found;
  }
}
