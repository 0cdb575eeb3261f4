package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcordanceTest {

  private Shelf shelf;

  @BeforeEach
  void fill() throws IOException {
    shelf =
        new Shelf()
            .put("s1", "bea", 1, "2026-01-10", "C: I feel [small]{emotion.shame}, I feel bad.")
            .put(
                "s2",
                "ann",
                2,
                "2026-02-10",
                "C: He said I feel angry.",
                "T: You feel [it]{self.fused}?")
            .put("s3", "bea", 2, "2026-02-20", "C: Nobody can feel so bad.");
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  private List<String> lines(Concordance.SortBy sort) throws IOException {
    return shelf
        .index
        .concordance(shelf.parser.parse("feel"), sort, 0, 100, 12, new Visible.Everyone(), shelf)
        .lines()
        .stream()
        .map(line -> line.left() + "|" + line.match() + "|" + line.right())
        .toList();
  }

  @Test
  void newest_first_and_as_spoken() throws IOException {
    assertThat(lines(Concordance.SortBy.NEWEST))
        .containsExactly(
            "Nobody can |feel| so bad.",
            "He said I |feel| angry.",
            "You |feel| it?",
            "I |feel| small, I",
            "small, I |feel| bad.");
  }

  @Test
  void by_the_words_after() throws IOException {
    assertThat(lines(Concordance.SortBy.RIGHT))
        .containsExactly(
            "He said I |feel| angry.",
            "small, I |feel| bad.",
            "You |feel| it?",
            "I |feel| small, I",
            "Nobody can |feel| so bad.");
  }

  @Test
  void by_the_words_before_the_nearest_first() throws IOException {
    assertThat(lines(Concordance.SortBy.LEFT))
        .containsExactly(
            "Nobody can |feel| so bad.",
            "I |feel| small, I",
            "He said I |feel| angry.",
            "small, I |feel| bad.",
            "You |feel| it?");
  }

  @Test
  void by_client_and_by_code() throws IOException {
    assertThat(lines(Concordance.SortBy.CLIENT).getFirst()).isEqualTo("He said I |feel| angry.");
    assertThat(lines(Concordance.SortBy.CODE).subList(0, 2))
        .containsExactly("Nobody can |feel| so bad.", "He said I |feel| angry.");
    assertThat(lines(Concordance.SortBy.CODE).getLast()).isEqualTo("You |feel| it?");
  }

  @Test
  void counts_by_code_client_month_and_speaker() throws IOException {
    assertThat(counted(GroupBy.CLIENT)).containsExactly("ann 2", "bea 2");
    assertThat(counted(GroupBy.MONTH)).containsExactly("2026-02 3", "2026-01 1");
    assertThat(counted(GroupBy.CODE)).containsExactly("emotion.shame 1", "self.fused 1");
    assertThat(counted(GroupBy.SPEAKER)).containsExactly("client 3", "therapist 1");
    assertThat(counted(GroupBy.SOURCE)).containsExactly("cues 2");
    assertThat(counted(GroupBy.SESSION)).containsExactly("s2 2", "s1 1", "s3 1");
    assertThat(
            shelf
                .index
                .groups(shelf.parser.parse("feel"), GroupBy.CLIENT, Visible.clients(Set.of("bea")))
                .groups())
        .containsExactly(new Groups.Group("bea", 2));
  }

  private List<String> counted(GroupBy by) throws IOException {
    return shelf
        .index
        .groups(shelf.parser.parse("feel"), by, new Visible.Everyone())
        .groups()
        .stream()
        .map(group -> group.key() + " " + group.turns())
        .toList();
  }

  @Test
  void the_same_seed_draws_the_same_turns_whatever_else_is_there() throws IOException {
    Visible bea = Visible.clients(Set.of("bea"));
    List<String> drawn = drawn(7, bea);
    assertThat(drawn).hasSize(2);
    shelf.put("s0", "ann", 1, "2026-01-01", "C: feel feel", "C: feel");
    assertThat(drawn(7, bea)).isEqualTo(drawn);

    Set<List<String>> different = new java.util.HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      different.add(drawn(seed, new Visible.Everyone()));
    }
    assertThat(different).hasSizeGreaterThan(5);
  }

  private List<String> drawn(long seed, Visible visible) throws IOException {
    return shelf.index.sample(shelf.parser.parse("feel"), seed, 2, visible, shelf).hits().stream()
        .map(Shelf::show)
        .toList();
  }
}
