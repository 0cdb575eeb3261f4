package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** The index against trying everything, a few; {@link ReferenceIT} asks 10,000 questions. */
class ReferenceTest {

  @Test
  void the_index_answers_what_trying_everything_answers() throws IOException {
    ask(5, 60);
  }

  /** Random questions about random libraries, each seen with and without a limit of clients. */
  static void ask(int libraries, int each) throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("ReferenceTest seed " + seed);
    Random random = new Random(seed);
    int answered = 0;
    int marked = 0;
    for (int i = 0; i < libraries; i++) {
      Library library = Library.random(random, 12);
      List<Reference> turns = Reference.of(library);
      try (QuoteIndex index = index(library, random)) {
        RandomQuestions questions = new RandomQuestions(random);
        for (int j = 0; j < each; j++) {
          Expression what = questions.expression(2);
          QuoteQuery.Order order = List.of(QuoteQuery.Order.values()).get(random.nextInt(3));
          QuoteQuery query = QuoteQuery.of(what).page(0, 100).order(order);
          for (Visible visible : List.of(new Visible.Everyone(), someClients(random))) {
            Hits hits = index.search(query, visible, library);
            List<String> expected = Reference.answer(turns, what, visible, order);
            assertThat(hits.hits().stream().map(ReferenceTest::show).toList())
                .as("seed %d, library %d, question %d: %s %s", seed, i, j, what, visible)
                .isEqualTo(expected);
            assertThat(hits.total()).isEqualTo(expected.size());
            assertThat(hits.exact()).isTrue();
            answered += expected.isEmpty() ? 0 : 1;
            marked += hits.hits().stream().anyMatch(hit -> !hit.marks().isEmpty()) ? 1 : 0;
          }
        }
      }
    }
    // Otherwise the questions would have proved little.
    assertThat(answered).isGreaterThan(libraries * each / 2);
    assertThat(marked).isGreaterThan(libraries * each / 4);
  }

  private static String show(Hit hit) {
    return hit.session() + "." + hit.turn().index() + " " + hit.marks();
  }

  /** Put in several parts, some sessions first with other words, some removed and put again. */
  private static QuoteIndex index(Library library, Random random) throws IOException {
    QuoteIndex index = QuoteIndex.open(new ByteBuffersDirectory());
    for (IndexedSession session : library.sessions()) {
      if (random.nextInt(3) == 0) {
        List<IndexedSession> earlier = new ArrayList<>();
        Library.add(random, session.id(), "ann", earlier, new ArrayList<>());
        index.put(earlier.getFirst());
        index.publish();
      }
      index.put(session);
      if (random.nextInt(3) == 0) {
        index.commit(1);
      }
    }
    index.publish();
    return index;
  }

  private static Visible someClients(Random random) {
    Set<String> clients = new HashSet<>();
    for (String client : Library.CLIENTS) {
      if (random.nextBoolean()) {
        clients.add(client);
      }
    }
    return Visible.clients(clients);
  }
}
