package org.throughline.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** One thing put right after another, and what was marked in between. */
class HistoryTest {

  private static Revision correct(int turn, int start, int end, String said) {
    return new Revision.Corrected(new Correction(turn, new Span(start, end), said));
  }

  private static String text(History history, int turn) {
    return history.current().turns().get(turn).text();
  }

  private static String words(History history, Anchor anchor) {
    Place to = ((Anchor.Held) anchor).to();
    return to.span().of(text(history, to.turn()));
  }

  @Test
  void laterCorrectionsCountInTheTextAsItReadThen() {
    Transcript stored = Marked.of("I sore my mother.").transcript();
    History history =
        History.of(stored, List.of(correct(0, 2, 6, "saw"), correct(0, 9, 15, "mum")));

    assertThat(text(history, 0)).isEqualTo("I saw my mum.");
    assertThat(history.after(0)).isEqualTo(stored);
    assertThat(words(history, history.anchor(new Place(0, new Span(7, 9)), 0))).isEqualTo("my");
    assertThat(words(history, history.anchor(new Place(0, new Span(6, 8)), 1))).isEqualTo("my");
  }

  @Test
  void aCorrectionTakenBackRestoresTheWordsAndWhatWasMarked() {
    Transcript stored = Marked.of("I sore my mother, not hers.").transcript();
    History history =
        History.of(stored, List.of(correct(0, 2, 6, "saw"), correct(0, 17, 21, "never")));
    History back = history.then(new Revision.Corrected(history.inverse(0)));

    assertThat(text(back, 0)).startsWith("I sore my mother");
    assertThat(words(back, back.anchor(new Place(0, new Span(10, 16)), 0))).isEqualTo("mother");
  }

  @Test
  void wordsCorrectedAgainAreNotTakenBackBlindly() {
    Transcript stored = Marked.of("I sore her.").transcript();
    History history =
        History.of(stored, List.of(correct(0, 2, 6, "saw"), correct(0, 2, 5, "heard")));

    assertThatThrownBy(() -> history.inverse(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("correct them again");
    assertThatThrownBy(() -> history.inverse(7)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rolesAreSwappedByLabelAndTextWithoutALabelFindsItsSpeaker() {
    Transcript stored =
        new Transcript(
            List.of(
                new Turn(0, "A", Role.CLIENT, "How was it?", null, null),
                new Turn(1, "B", Role.THERAPIST, "Long.", null, null),
                new Turn(2, null, Role.UNATTRIBUTED, "Mm.", null, null)));
    Transcript now =
        History.of(
                stored,
                List.of(
                    new Revision.Reassigned(
                        Map.of("A", Role.THERAPIST, "B", Role.CLIENT, "", Role.OTHER))))
            .current();

    assertThat(now.turns())
        .extracting(Turn::role)
        .containsExactly(Role.THERAPIST, Role.CLIENT, Role.OTHER);
  }

  /** Whatever is corrected elsewhere, a marked word reads the same, or is honestly lost. */
  @Test
  void whatIsHeldUnchangedReadsTheSame() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Transcript stored = Marked.of("one two three four five six seven eight").transcript();
      Place marked = new Place(0, new Span(8, 13));
      History history = History.of(stored, List.of());
      for (int i = 0; i < 4; i++) {
        int length = history.current().turns().getFirst().text().length();
        int start = random.nextInt(length);
        int end = start + random.nextInt(Math.min(4, length - start) + 1);
        history = history.then(correct(0, start, end, "x".repeat(random.nextInt(4))));
      }
      if (history.anchor(marked, 0) instanceof Anchor.Held held && !held.wordsChanged()) {
        assertThat(words(history, held)).as("seed " + seed).isEqualTo("three");
      }
    }
  }
}
