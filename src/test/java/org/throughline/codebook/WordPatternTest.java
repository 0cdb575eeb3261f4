package org.throughline.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.codebook.WordPattern.Element;
import org.throughline.codebook.WordPattern.Piece;

/** What a place of a phrase may hold. */
class WordPatternTest {

  private static final Map<String, List<String>> LISTS =
      Map.of("feel", List.of("feel", "seem", "come across"));

  private static Piece piece(String pattern) {
    return WordPattern.parse(pattern, LISTS).pieces().getFirst();
  }

  private static List<List<Piece>> ways(String pattern) {
    return ((Piece.Choice) piece(pattern)).ways();
  }

  @Test
  void plainWordsShareOnePlace() {
    assertThat(piece("get|got|become"))
        .isEqualTo(new Element(Set.of("get", "got", "become"), false, false, "", false, ' ', ""));
    assertThat(((Element) piece("=march|april")).surfaceOnly()).isTrue();
  }

  @Test
  void aPartOfSpeechBesideWordsIsAWayOfItsOwn() {
    assertThat(ways("once|twice|{NUM}")).hasSize(2);
    assertThat(ways("once|{NUM}").getLast()).containsExactly(Element.any("NUM", false));
  }

  @Test
  void soIsAListOrABeginningOrAnExactWord() {
    assertThat(ways("be|<feel>")).hasSize(2);
    assertThat(((Element) ways("silly|exaggerat*").getLast().getFirst()).prefix()).isTrue();
    assertThat(((Element) ways("silly|exaggerat*").getFirst().getFirst()).prefix()).isFalse();
    assertThat(((Element) ways("=march|=may").getLast().getFirst()).surfaceOnly()).isTrue();
  }

  @Test
  void aChoiceMayBeLeftOut() {
    assertThat(ways("{ADJ}|{ADV}? dog")).contains(List.of());
    assertThat(((Element) ways("very|{ADV}? dog").getFirst().getFirst()).optional()).isTrue();
  }

  @Test
  void signsThatCouldNeverMatchAreRefused() {
    for (String pattern : List.of("so{ADJ}", "a|b||c", "and/or", "what?ever")) {
      assertThatThrownBy(() -> WordPattern.parse(pattern, LISTS))
          .as(pattern)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(pattern);
    }
  }
}
