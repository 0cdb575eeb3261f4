package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/**
 * A second opinion, from Lucene's own intervals, where they mean the same: phrases without fillers
 * in the way, two words near each other, a word within a code of one word.
 */
class IntervalsTest {

  @Test
  void phrases_and_neighbourhoods_agree_with_lucene() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("IntervalsTest seed " + seed);
    Random random = new Random(seed);
    Library library = Library.random(random, 60);
    ByteBuffersDirectory files = new ByteBuffersDirectory();
    try (QuoteIndex index = QuoteIndex.open(files)) {
      for (IndexedSession session : library.sessions()) {
        index.put(session);
      }
      index.commit(1);
      try (DirectoryReader reader = DirectoryReader.open(files)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int i = 0; i < 300; i++) {
          String a = Library.WORDS.get(random.nextInt(6));
          String b = Library.WORDS.get(random.nextInt(6));
          if (a.equals(b)) {
            continue;
          }
          int distance = 1 + random.nextInt(6);
          IntervalsSource gap = Intervals.unordered(term(a), term(b));
          assertThat(count(index, new Pattern.Near(word(a), word(b), distance, false)))
              .as("seed %d: %s near/%d %s", seed, a, distance, b)
              .isEqualTo(count(searcher, Intervals.maxgaps(distance - 1, gap)));
          IntervalsSource order = Intervals.ordered(term(a), term(b));
          assertThat(count(index, new Pattern.Near(word(a), word(b), distance, true)))
              .as("seed %d: %s before/%d %s", seed, a, distance, b)
              .isEqualTo(count(searcher, Intervals.maxgaps(distance - 1, order)));
        }
      }
    }
  }

  private static Pattern.Word word(String word) {
    return new Pattern.Word(new TokenTest.Is(Layer.WORD, word));
  }

  private static IntervalsSource term(String word) {
    return Intervals.term(Layer.WORD.term(word));
  }

  private static int count(QuoteIndex index, Pattern pattern) throws IOException {
    return index
        .groups(new Expression.Has(pattern), GroupBy.CLIENT, new Visible.Everyone())
        .total();
  }

  private static int count(IndexSearcher searcher, IntervalsSource source) throws IOException {
    Set<Integer> found = new TreeSet<>();
    for (ScoreDoc one :
        searcher.search(new IntervalQuery(Fields.WORDS, source), 10_000).scoreDocs) {
      found.add(one.doc);
    }
    return found.size();
  }
}
