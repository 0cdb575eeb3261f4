package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.throughline.language.Token;
import org.throughline.transcript.Span;

/** A concordance is the marks of all hits, sorted: said again with a sort of strings. */
class LinesTest {

  private record Line(Hit hit, Span span, List<String> words, int first, int end) {
    String word(int position) {
      return position < 0 || position >= words.size() ? "" : words.get(position);
    }

    String code() {
      return hit.codings().stream()
          .filter(c -> c.status() != IndexedCoding.Status.REJECTED)
          .map(c -> c.coding().code())
          .sorted()
          .findFirst()
          .orElse("");
    }
  }

  @Test
  void every_order_is_a_stable_sort_of_the_newest_first() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("LinesTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Library library = Library.random(random, 15);
      try (QuoteIndex index = QuoteIndex.open(new ByteBuffersDirectory())) {
        for (IndexedSession session : library.sessions()) {
          index.put(session);
          if (random.nextInt(3) == 0) {
            index.publish();
          }
        }
        index.publish();
        RandomQuestions questions = new RandomQuestions(random);
        for (int j = 0; j < 20; j++) {
          Expression what = questions.expression(1);
          for (Concordance.SortBy sort : Concordance.SortBy.values()) {
            assertThat(found(index, library, what, sort))
                .as("seed %d, library %d, question %d, %s", seed, i, j, sort)
                .isEqualTo(expected(index, library, what, sort));
          }
        }
      }
    }
  }

  private static List<String> found(
      QuoteIndex index, Library library, Expression what, Concordance.SortBy sort)
      throws IOException {
    List<String> lines = new ArrayList<>();
    int total;
    do {
      Concordance page =
          index.concordance(what, sort, lines.size(), 100, 20, new Visible.Everyone(), library);
      page.lines().forEach(l -> lines.add(l.session() + "." + l.turn() + " " + l.span()));
      total = page.total();
    } while (lines.size() < total);
    return lines;
  }

  private static List<String> expected(
      QuoteIndex index, Library library, Expression what, Concordance.SortBy sort)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Hit hit : index.all(what, new Visible.Everyone(), library).hits()) {
      IndexedTurn turn =
          library.sessions().stream()
              .filter(session -> session.id().equals(hit.session()))
              .findFirst()
              .orElseThrow()
              .turns()
              .get(hit.turn().index());
      List<Token> words = turn.tokens().stream().filter(Token::isWord).toList();
      for (Span mark : hit.marks()) {
        int first = 0;
        while (words.get(first).span().start() < mark.start()) {
          first++;
        }
        int end = first;
        while (end < words.size() && words.get(end).span().end() <= mark.end()) {
          end++;
        }
        lines.add(new Line(hit, mark, words.stream().map(Token::folded).toList(), first, end));
      }
    }
    Comparator<Line> order =
        switch (sort) {
          case NEWEST -> Comparator.comparingInt(l -> 0);
          case LEFT ->
              Comparator.<Line, String>comparing(l -> l.word(l.first() - 1))
                  .thenComparing(l -> l.word(l.first() - 2));
          case RIGHT ->
              Comparator.<Line, String>comparing(l -> l.word(l.end()))
                  .thenComparing(l -> l.word(l.end() + 1));
          case MATCH ->
              Comparator.<Line, String>comparing(l -> l.word(l.first()))
                  .thenComparing(l -> l.first() + 1 < l.end() ? l.word(l.first() + 1) : "");
          case CLIENT -> Comparator.comparing(l -> l.hit().client());
          case CODE -> Comparator.comparing(Line::code);
        };
    return lines.stream()
        .sorted(order)
        .map(l -> l.hit().session() + "." + l.hit().turn().index() + " " + l.span())
        .toList();
  }
}
