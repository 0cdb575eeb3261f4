package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** With vectors that count letters: like sentences share letters. */
class LikenessIndexTest {

  private record Letters() implements SentenceVectors {
    @Override
    public int size() {
      return 26;
    }

    @Override
    public float[] of(String sentence) {
      float[] counts = new float[26];
      sentence
          .toLowerCase(java.util.Locale.ROOT)
          .chars()
          .filter(c -> c >= 'a' && c <= 'z')
          .forEach(c -> counts[c - 'a']++);
      double length = 0;
      for (float count : counts) {
        length += count * count;
      }
      for (int i = 0; i < 26; i++) {
        counts[i] /= (float) Math.sqrt(length);
      }
      return counts;
    }
  }

  private final Map<String, Transcript> texts = new HashMap<>();
  private final TurnSource source =
      (session, from, to) -> {
        List<Turn> turns = Objects.requireNonNull(texts.get(session), session).turns();
        return turns.subList(from, Math.min(to, turns.size())).stream()
            .map(turn -> new TurnSource.SourceTurn(turn, List.of()))
            .toList();
      };
  private LikenessIndex index;

  @BeforeEach
  void fill() throws IOException {
    index = LikenessIndex.open(new ByteBuffersDirectory(), new Letters());
    put("s1", "ann", "aab bba aab bba. zzz yyy zzy yyz.", "aaa aaa aaa aaa.");
    put("s2", "bea", "abb bba bab aba.", "zz zz.");
    index.commit(3);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private void put(String id, String client, String... said) throws IOException {
    List<Turn> turns = new ArrayList<>();
    List<IndexedTurn> indexed = new ArrayList<>();
    for (String text : said) {
      Turn turn = new Turn(turns.size(), null, Role.CLIENT, text, null, null);
      turns.add(turn);
      indexed.add(IndexedTurn.of(turn, new TinyAnalyzer().analyze(text)));
    }
    texts.put(id, new Transcript(turns));
    index.put(
        new IndexedSession(id, client, 1, LocalDate.of(2026, 1, 1), indexed, List.of()),
        new Transcript(turns));
  }

  private List<String> like(String text, Visible visible) throws IOException {
    return index.like(text, new Expression.All(), 10, visible, source).hits().stream()
        .map(Shelf::show)
        .toList();
  }

  @Test
  void the_likest_sentence_comes_first_and_is_marked() throws IOException {
    assertThat(like("ab", new Visible.Everyone()))
        .containsExactly(
            "s1.0 [aab bba aab bba.] zzz yyy zzy yyz.",
            "s2.0 [abb bba bab aba.]",
            "s1.1 [aaa aaa aaa aaa.]");
    assertThat(like("zy", new Visible.Everyone()).getFirst())
        .isEqualTo("s1.0 aab bba aab bba. [zzz yyy zzy yyz.]");
  }

  @Test
  void every_hit_says_that_it_was_found_by_likeness() throws IOException {
    Hits hits = index.like("a", new Expression.All(), 1, new Visible.Everyone(), source);
    assertThat(hits.hits().getFirst().found()).isEqualTo(new Hit.Found.ByLikeness(1.0));
    assertThat(hits.count()).isEqualTo("more than 1");
  }

  @Test
  void a_foreign_client_is_neither_found_nor_felt() throws IOException {
    Visible ann = Visible.clients(Set.of("ann"));
    List<String> before = like("ab", ann);
    assertThat(before).hasSize(2).allMatch(hit -> hit.startsWith("s1"));
    put("s3", "bea", "ab ab ab ab.");
    index.commit(4);
    assertThat(like("ab", ann)).isEqualTo(before);
    index.removeClient("ann");
    index.purge();
    assertThat(like("ab", ann)).isEmpty();
  }

  @Test
  void it_is_narrowed_by_filters_only() {
    Expression word = new Expression.Has(new Pattern.Word(new TokenTest.Is(Layer.WORD, "aaa")));
    assertThatThrownBy(() -> index.like("a", word, 10, new Visible.Everyone(), source))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void words_come_first_and_each_turn_once() throws IOException {
    Hits likely = index.like("ab", new Expression.All(), 10, new Visible.Everyone(), source);
    Hit first = likely.hits().getFirst();
    Hits words = new Hits(1, true, false, List.of(first));
    Hits together = words.and(likely);
    assertThat(together.total()).isEqualTo(1);
    assertThat(together.hits()).hasSize(3).startsWith(first);
  }
}
