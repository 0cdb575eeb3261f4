package org.throughline.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Span;

class OverlayTest {

  private static String corrected(String marked, Correction... corrections) {
    Marked text = Marked.of(marked);
    Overlay overlay = Overlay.of(text.transcript(), List.of(corrections));
    return Marked.show(overlay.corrected(), text.places().stream().map(overlay::anchor).toList());
  }

  private static Correction correct(int turn, int start, int end, String said) {
    return new Correction(turn, new Span(start, end), said);
  }

  @Test
  void shiftsWhatStandsAfterACorrection() {
    assertThat(corrected("I sore [my mother].\n[I left].", correct(0, 2, 6, "saw")))
        .isEqualTo("I saw [my mother].\n[I left].\n");
  }

  @Test
  void keepsAMarkAroundACorrection() {
    assertThat(corrected("[I sore her] today.", correct(0, 2, 6, "saw")))
        .isEqualTo("[I saw her] today.\n");
    var text = Marked.of("[I sore her]");
    var overlay = Overlay.of(text.transcript(), List.of(correct(0, 2, 6, "saw")));
    assertThat(overlay.anchor(text.places().getFirst()))
        .isEqualTo(new Anchor.Held(new Place(0, new Span(0, 9)), true));
  }

  @Test
  void losesAMarkThatIsCutOrGone() {
    assertThat(corrected("I [sore my] mother.", correct(0, 7, 15, "the other")))
        .contains("lost: a correction changes the words");
    assertThat(corrected("I [um] left.", correct(0, 2, 4, ""))).contains("lost: all its words");
  }

  @Test
  void refusesCorrectionsOfNoPlace() {
    var transcript = Marked.of("I left.").transcript();
    assertThatThrownBy(() -> Overlay.of(transcript, List.of(correct(0, 5, 9, "x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("left");
    assertThatThrownBy(
            () -> Overlay.of(transcript, List.of(correct(0, 0, 4, "x"), correct(0, 2, 5, "y"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A mark that no correction touches reads the same afterwards. */
  @Test
  void untouchedWordsStayThemselves() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String text = "one two three four five six seven eight nine ten";
    var transcript = Marked.of(text).transcript();
    for (int round = 0; round < 2_000; round++) {
      List<Correction> corrections = new ArrayList<>();
      int at = 0;
      while (at < text.length() - 5) {
        int start = at + random.nextInt(8);
        int end = Math.min(text.length(), start + random.nextInt(5));
        if (start <= end) {
          corrections.add(correct(0, start, end, "x".repeat(random.nextInt(4))));
        }
        at = Math.max(end, start) + 1;
      }
      int start = random.nextInt(text.length());
      Span span = new Span(start, start + random.nextInt(text.length() - start));
      corrections.removeIf(c -> c.span().end() > text.length());
      var overlay = Overlay.of(transcript, corrections);
      if (overlay.anchor(new Place(0, span)) instanceof Anchor.Held held && !held.wordsChanged()) {
        assertThat(held.to().span().of(overlay.corrected().turns().getFirst().text()))
            .as("seed " + seed)
            .isEqualTo(span.of(text));
      }
    }
  }
}
