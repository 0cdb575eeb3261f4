package org.throughline.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.deidentify.Deidentifier.Drafted;
import org.throughline.deidentify.Mark.Standing;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/**
 * What a reviewer marks by hand is named like what the program found, and asked about elsewhere.
 */
class ReviewerAdditionsTest {

  private static final Deidentifier ENGINE = Deidentifier.plain();
  private static final ClientKey KEY = ClientKey.of(new byte[16], "c1", "corpus");
  private static final List<String> SAID =
      List.of("we went to the lantern again", "the Lantern was shut", "my lantern broke");

  private static List<List<DraftTurn>> sessions(List<DraftTurn> turns) {
    return turns.stream().map(List::of).toList();
  }

  private static DraftTurn turn(String text, Mark... marks) {
    return new DraftTurn(0, Role.CLIENT, text, List.of(marks));
  }

  private static Mark added(String text, String words, Kind kind) {
    int at = text.indexOf(words);
    Span span = new Span(at, at + words.length());
    return new Mark(span, kind, Evidence.REVIEWER, "[" + kind + "]", Standing.ACCEPTED);
  }

  private static Drafted draft(Map<String, String> before, DraftTurn... turns) {
    List<String> basis = new ArrayList<>();
    for (int i = 0; i < turns.length; i++) {
      basis.add("basis");
    }
    return ENGINE.draft(sessions(List.of(turns)), basis, IdentityCard.blank("c1"), KEY, before);
  }

  private static Mark mark(Drafted drafted, int session) {
    return drafted.drafts().get(session).turns().getFirst().marks().getFirst();
  }

  @Test
  void itHasTheSurrogateThatTheSameWordsHaveEverywhere() {
    Drafted drafted =
        draft(
            Map.of(),
            turn(SAID.get(0), added(SAID.get(0), "lantern", Kind.ORGANISATION)),
            turn(SAID.get(1), added(SAID.get(1), "Lantern", Kind.ORGANISATION)));
    String first = mark(drafted, 0).surrogate();
    assertThat(first).doesNotContain("[", "antern").isNotBlank();
    assertThat(mark(drafted, 1).surrogate()).isEqualToIgnoringCase(first);
    assertThat(mark(drafted, 1).standing()).isEqualTo(Standing.ACCEPTED);
  }

  @Test
  void whereverElseItIsSaidAReviewerIsAsked() {
    Drafted drafted =
        draft(
            Map.of(),
            turn(SAID.get(0), added(SAID.get(0), "lantern", Kind.ORGANISATION)),
            turn(SAID.get(1)),
            turn(SAID.get(2)));
    assertThat(mark(drafted, 1).standing()).isEqualTo(Standing.QUEUED);
    assertThat(mark(drafted, 2).standing()).isEqualTo(Standing.QUEUED);
    assertThat(mark(drafted, 2).evidence()).isEqualTo(Evidence.ELSEWHERE);
    assertThat(drafted.drafts().get(2).queue()).hasSize(1);
  }

  @Test
  void surrogatesStayWhenMoreIsRead() {
    DraftTurn first = turn(SAID.get(0), added(SAID.get(0), "lantern", Kind.ORGANISATION));
    Drafted alone = draft(Map.of(), first);
    DraftTurn[] more = new DraftTurn[60];
    for (int i = 0; i < 59; i++) {
      String text = "we met at number" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " today";
      more[i] = turn(text, added(text, text.split(" ", -1)[3], Kind.ORGANISATION));
    }
    more[59] = first;
    Drafted later = draft(alone.surrogates(), more);
    assertThat(mark(later, 59)).isEqualTo(mark(alone, 0));
    assertThat(later.surrogates()).containsAllEntriesOf(alone.surrogates());
    assertThat(later.surrogates().values()).doesNotHaveDuplicates();
  }

  @Test
  void anAgeIsNotMadeNinety() {
    String text = "she is forty now";
    Drafted drafted = draft(Map.of(), turn(text, added(text, "forty", Kind.AGE)));
    assertThat(drafted.drafts().getFirst().released().getFirst().text())
        .isEqualTo("she is [age] now");
  }

  @Test
  void aRejectionDoesNotHideWhatLiesOverIt() {
    String text = "I told Wren Hope";
    Mark rejected =
        new Mark(new Span(12, 16), Kind.NAME, Evidence.FINDER, "Selma", Standing.REJECTED);
    Mark whole = new Mark(new Span(7, 16), Kind.NAME, Evidence.CARD, "Ada", Standing.MASKED);
    assertThat(turn(text, whole).decided(List.of(rejected)).marks()).containsExactly(whole);
    assertThat(turn(text).decided(List.of(rejected)).marks()).containsExactly(rejected);
  }

  private static final String MILL = "I work at Halden Mill now";

  private static Mark mark(int start, int end, Evidence evidence, Standing standing) {
    return new Mark(new Span(start, end), Kind.ORGANISATION, evidence, "Corwen", standing);
  }

  @Test
  void whatWasAcceptedDoesNotCutDownWhatReachesBeyondIt() {
    Mark accepted = mark(10, 16, Evidence.FINDER, Standing.ACCEPTED);
    Mark whole = mark(10, 21, Evidence.CARD, Standing.MASKED);
    assertThat(turn(MILL, whole).decided(List.of(accepted)).marks()).containsExactly(whole);
  }

  @Test
  void whatWasAcceptedStaysOverWhatLiesInIt() {
    Mark accepted = mark(10, 21, Evidence.REVIEWER, Standing.ACCEPTED);
    Mark part = mark(10, 16, Evidence.CARD, Standing.MASKED);
    assertThat(turn(MILL, part).decided(List.of(accepted)).marks()).containsExactly(accepted);
    Mark same = mark(10, 21, Evidence.CARD, Standing.MASKED);
    assertThat(turn(MILL, same).decided(List.of(accepted)).marks()).containsExactly(accepted);
  }

  @Test
  void whereTheyOnlyMeetBothAreAskedAboutAsOneSoThatNeitherLosesItsMask() {
    Mark accepted = mark(7, 16, Evidence.REVIEWER, Standing.ACCEPTED);
    Mark beyond = mark(10, 21, Evidence.CARD, Standing.MASKED);
    DraftTurn joined = turn(MILL, beyond).decided(List.of(accepted));
    assertThat(joined.marks()).containsExactly(mark(7, 21, Evidence.CARD, Standing.QUEUED));
    assertThat(joined.decided(List.of(accepted))).isEqualTo(joined);
  }

  @Test
  void anAcceptedPartGivesWayToTheCardInTheEngineToo() {
    IdentityCard card = IdentityCard.blank("c1").and(Kind.ORGANISATION, "Halden Mill");
    DraftTurn decided = turn(MILL, added(MILL, "Halden", Kind.PLACE));
    Drafted drafted =
        ENGINE.draft(sessions(List.of(decided)), List.of("basis"), card, KEY, Map.of());
    assertThat(drafted.drafts().getFirst().released().getFirst().text())
        .startsWith("I work at ")
        .doesNotContain("Halden", "Mill")
        .endsWith(" now");
  }
}
