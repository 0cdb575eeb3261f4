package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/**
 * Two indexes, one with a client whom the asker may not see and one without: every reply has to be
 * the same, to the letter.
 */
class ForeignClientTest {

  @Test
  void a_foreign_client_changes_nothing() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("ForeignClientTest seed " + seed);
    Random random = new Random(seed);
    Library own = Library.random(random, 12);
    List<IndexedSession> foreign = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Library.add(random, "f" + i, "foreign", foreign, new ArrayList<>());
    }
    try (QuoteIndex without = QuoteIndex.open(new ByteBuffersDirectory());
        QuoteIndex with = QuoteIndex.open(new ByteBuffersDirectory())) {
      for (int i = 0; i < own.sessions().size(); i++) {
        without.put(own.sessions().get(i));
        with.put(foreign.get(i));
        with.put(own.sessions().get(i));
        with.publish();
      }
      without.publish();
      RandomQuestions questions = new RandomQuestions(random);
      Visible visible = Visible.clients(Set.copyOf(Library.CLIENTS));
      for (int i = 0; i < 500; i++) {
        QuoteQuery query =
            new QuoteQuery(
                questions.expression(2),
                List.of(QuoteQuery.Order.values()).get(random.nextInt(3)),
                random.nextInt(3),
                1 + random.nextInt(10),
                1 + random.nextInt(20));
        assertThat(with.search(query, visible, own))
            .as("seed %d, question %d", seed, i)
            .isEqualTo(without.search(query, visible, own));
      }
    }
  }
}
