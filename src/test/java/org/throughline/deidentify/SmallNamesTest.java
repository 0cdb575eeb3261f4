package org.throughline.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that are ordinary words, written small, and what is no name though it looks like one. [X]
 * is masked, ?[X] is queued for a reviewer; no card, no statistical model.
 */
class SmallNamesTest {

  private static final Deidentifier ENGINE = Deidentifier.plain();
  private static final ClientKey KEY = ClientKey.of(new byte[16], "c1", "test");

  private static String marked(String text) {
    List<Identifier> found =
        ENGINE
            .identify(List.of(new Text("t", text, TextKind.TURN)), null, KEY)
            .getFirst()
            .identifiers();
    StringBuilder out = new StringBuilder(text);
    for (Identifier one : found.reversed()) {
      out.insert(one.span().end(), "]");
      out.insert(one.span().start(), one.queued() ? "?[" : "[");
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[will] said he would call me back",
        "[will] just walked out on us",
        "[mark] told me it was my fault",
        "[frank] never listens to me",
        "[ray] always drinks",
        "?[joy] doesn't talk to me anymore",
        "the puppy is called [waffles]",
        "our cat ?[biscuit] sleeps on my bed",
        "my horse ?[thunder] got sick",
        "i joined a band called [broken arrow]",
        "i play for ?[united reserves]",
        "my softball team the ?[hot tamales] won",
        "we had to put ?[buddy] our dog down",
        "as a [filipino] woman in that town"
      })
  void theyAreSeen(String text) {
    assertThat(marked(text.replaceAll("[?\\[\\]]", ""))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i will say that it helped",
        "that will just be the end",
        "will always hurt",
        "hope is all i have",
        "to be frank i was tired",
        "it will never pass",
        "may be i was wrong",
        "my dog died",
        "my dog always waits for me",
        "our cat sleeps all day",
        "our cat never comes home",
        "my dog barks at night",
        "i play for fun",
        "i played for hours",
        "the team lost again",
        "the will to live",
        "she made a mark on the wall",
        "joy comes and goes"
      })
  void theyAreLeftAlone(String text) {
    assertThat(marked(text)).isEqualTo(text);
  }
}
