package org.throughline.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.desk.Item;
import org.throughline.desk.Question;

/** Views carry a client's words and never print them; pages neither repeat nor lose an item. */
class ViewsTest {

  private static final String WORDS = "the canary sang";

  @Test
  void nothingThatCarriesWordsPrintsThem() {
    var turn = new TurnView(0, "client", WORDS, null, null);
    var coding =
        new CodingView(
            "c",
            "emotion.joy",
            0,
            0,
            15,
            WORDS,
            "cue",
            WORDS,
            Map.of(),
            1,
            "machine:x",
            "suggested");
    var quote =
        new QuoteView(
            "c",
            "e",
            1,
            "2026-01-12",
            0,
            "client",
            WORDS,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            "",
            new QuoteView.FoundView("words", null));
    List<Object> carriers =
        List.of(
            turn,
            coding,
            quote,
            new QuotePage(List.of(quote), null, "1", 1, true, false),
            new EntryView(
                "e",
                "c",
                WORDS,
                1,
                "2026-01-12",
                3,
                Map.of(WORDS, "client"),
                Map.of(WORDS, List.of(0)),
                List.of(turn),
                List.of(coding),
                List.of(),
                List.of()),
            new ClientView.ProblemView("p", WORDS),
            new ClientView("c", WORDS, List.of(), "now", List.of(), 0, 0, null),
            new CheckInView("i", "c", "2026-01-12", "one_word", WORDS, "now"),
            new MissedView("m", "c", "2026-01-19", WORDS, "now"),
            Page.whole(List.of(quote)),
            new Item("i", WORDS, null, WORDS),
            Question.of(WORDS, null, null, null, 20));
    for (Object carrier : carriers) {
      assertThat(carrier.toString()).as(carrier.getClass().getName()).doesNotContain("canary");
    }
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeat() {
    List<String> all = List.of("a", "b", "c", "d", "e");
    Page<String> first = Page.of(all, item -> item, null, 2);
    Page<String> second = Page.of(all, item -> item, first.next(), 2);
    Page<String> third = Page.of(all, item -> item, second.next(), 2);
    assertThat(first.items()).containsExactly("a", "b");
    assertThat(second.items()).containsExactly("c", "d");
    assertThat(third.items()).containsExactly("e");
    assertThat(third.next()).isNull();
    assertThat(Page.of(all, item -> item, "gone", 2).items()).isEmpty();
    assertThat(Page.of(all, item -> item, null, 5).next()).isNull();
  }
}
