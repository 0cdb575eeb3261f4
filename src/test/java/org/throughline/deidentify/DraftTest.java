package org.throughline.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.deidentify.Draft.State;
import org.throughline.deidentify.Mark.Standing;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/** The steps a session takes on its way to release, and those it may not take. */
class DraftTest {

  private static final String SAID = "I told Wren that Hope is near";
  private static final Span WREN = new Span(7, 11);
  private static final Span HOPE = new Span(17, 21);
  private static final IdentityCard BLANK = IdentityCard.blank("c1");

  private static Draft draft(String said) {
    Mark masked = new Mark(WREN, Kind.NAME, Evidence.FRAME, "Marlo", Standing.MASKED);
    Mark queued = new Mark(HOPE, Kind.NAME, Evidence.FINDER, "Selma", Standing.QUEUED);
    DraftTurn turn = new DraftTurn(0, Role.CLIENT, said, List.of(queued, masked));
    return new Draft(State.DRAFT, "engine 1 text 1", List.of(turn), Set.of());
  }

  private static String text(Draft draft) {
    return draft.released().getFirst().text();
  }

  @Test
  void surrogatesStandWhereSomethingIsMaskedAndNowhereElse() {
    assertThat(text(draft(SAID))).isEqualTo("I told Marlo that Hope is near");
    assertThat(text(draft(SAID).open().accept(0, HOPE)))
        .isEqualTo("I told Marlo that Selma is near");
    assertThat(text(draft(SAID).open().reject(0, WREN))).isEqualTo("I told Wren that Hope is near");
  }

  @Test
  void whatWaitsHoldsTheSessionBack() {
    Draft open = draft(SAID).open();
    assertThat(open.queue()).hasSize(1);
    assertThatThrownBy(() -> open.approve("a1")).hasMessageContaining("1 stretches wait");
    assertThatThrownBy(() -> open.release(BLANK)).hasMessageContaining("1 stretches wait");
    Draft decided = open.reject(0, HOPE);
    assertThatThrownBy(() -> decided.release(BLANK)).hasMessageContaining("0 of 1 reviewers");
    assertThat(decided.approve("a1").release(BLANK).state()).isEqualTo(State.RELEASED);
  }

  @Test
  void twoPeopleReadTalkThatTellsOfCourtOrPress() {
    Draft open = draft(SAID + ", it was in the newspaper").open().accept(0, HOPE);
    assertThat(open.reviewersNeeded()).isEqualTo(2);
    Draft once = open.approve("a1").approve("a1");
    assertThatThrownBy(() -> once.release(BLANK)).hasMessageContaining("1 of 2 reviewers");
    assertThat(once.approve("a2").release(BLANK).state()).isEqualTo(State.RELEASED);
  }

  @Test
  void aStringOfTheCardInTheTextIsNeverLetGo() {
    Draft let = draft(SAID).open().reject(0, WREN).accept(0, HOPE).approve("a1");
    IdentityCard card = BLANK.and(Kind.NAME, "Wrenna").and(Kind.ORGANISATION, "told Wren");
    assertThatThrownBy(() -> let.release(card))
        .hasMessage("strings of the identity card stand in one turn: 0");
  }

  @Test
  void aChangeTakesTheApprovalBack() {
    Draft approved = draft(SAID).open().accept(0, HOPE).approve("a1");
    assertThat(approved.reject(0, WREN).reviewers()).isEmpty();
    assertThat(approved.add(0, new Span(25, 29), Kind.PLACE, "[place]").reviewers()).isEmpty();
  }

  @Test
  void aReleasedSessionIsNotChanged() {
    Draft released = draft(SAID).open().accept(0, HOPE).approve("a1").release(BLANK);
    assertThatThrownBy(() -> released.reject(0, WREN)).hasMessageContaining("not in review");
  }

  @Test
  void aReleaseTakenBackIsReviewedAgain() {
    Draft released = draft(SAID).open().accept(0, HOPE).approve("a1").release(BLANK);
    Draft recalled = released.recall();
    assertThat(recalled.state()).isEqualTo(State.IN_REVIEW);
    assertThatThrownBy(() -> recalled.release(BLANK)).hasMessageContaining("0 of 1 reviewers");
    assertThat(recalled.approve("a1").release(BLANK).released()).isEqualTo(released.released());
    assertThatThrownBy(recalled::recall).hasMessageContaining("not released");
  }

  @Test
  void readAgainDecisionsStayAndNewsGoBackToReview() {
    Draft released = draft(SAID).open().accept(0, HOPE).approve("a1").release(BLANK);
    assertThat(released.again(draft(SAID), BLANK).state()).isEqualTo(State.RELEASED);
    Mark more = new Mark(new Span(25, 29), Kind.PLACE, Evidence.CARD, "Calder", Standing.MASKED);
    Draft fresh = draft(SAID);
    Draft richer =
        new Draft(State.DRAFT, "engine 2", List.of(fresh.turns().getFirst().with(more)), Set.of());
    Draft again = released.again(richer, BLANK);
    assertThat(again.state()).isEqualTo(State.IN_REVIEW);
    assertThat(again.queue()).as("what was decided").isEmpty();
    assertThat(text(again)).isEqualTo("I told Marlo that Selma is Calder");
  }

  private static final String MILL = "I work at Halden Mill now";
  private static final Span HALDEN = new Span(10, 16);

  /** A reading of the same turn with one mark, or none. */
  private static Draft mill(String basis, Mark... marks) {
    DraftTurn turn = new DraftTurn(0, Role.CLIENT, MILL, List.of(marks));
    return new Draft(State.DRAFT, basis, List.of(turn), Set.of());
  }

  private static Draft releasedWithHalden() {
    Mark place = new Mark(HALDEN, Kind.PLACE, Evidence.FINDER, "Calder", Standing.QUEUED);
    return mill("card 1", place).open().accept(0, HALDEN).approve("a1").release(BLANK);
  }

  @Test
  void whatTheCardLearnsIsMaskedWholeThoughAPartOfItWasDecidedBefore() {
    Mark whole =
        new Mark(
            new Span(10, 21), Kind.ORGANISATION, Evidence.CARD, "Corwen Works", Standing.MASKED);
    IdentityCard card = BLANK.and(Kind.ORGANISATION, "Halden Mill");
    Draft again = releasedWithHalden().again(mill("card 2", whole), card);
    assertThat(text(again)).isEqualTo("I work at Corwen Works now");
    assertThat(again.state()).isEqualTo(State.IN_REVIEW);
    assertThat(again.reviewers()).isEmpty();
  }

  @Test
  void aReleaseInWhichTheCardNowFindsAStringGoesBackThoughNoMarkChanged() {
    Draft released = releasedWithHalden();
    Draft fresh = mill("card 2", released.turns().getFirst().marks().getFirst());
    assertThat(released.again(fresh, BLANK).state()).isEqualTo(State.RELEASED);
    Draft again = released.again(fresh, BLANK.and(Kind.ORGANISATION, "Mill now"));
    assertThat(again.state()).isEqualTo(State.IN_REVIEW);
    assertThat(again.reviewers()).isEmpty();
    assertThat(again.turns()).isEqualTo(released.turns());
  }

  @Test
  void aVersionTellsWhatIsReadButNotHowFarItIs() {
    Draft open = draft(SAID).open();
    assertThat(open.version()).matches("[0-9a-f]{64}").isEqualTo(draft(SAID).version());
    Draft decided = open.accept(0, HOPE);
    assertThat(decided.approve("a1").version()).isEqualTo(decided.version());
    assertThat(
            List.of(
                open.version(),
                decided.version(),
                open.reject(0, HOPE).version(),
                open.add(0, HOPE, Kind.NAME, "Selma").version(),
                open.add(0, HOPE, Kind.PLACE, "Selma").version(),
                open.add(0, HOPE, Kind.NAME, "Nora").version(),
                draft(SAID + "!").version(),
                new Draft(State.IN_REVIEW, "another card", open.turns(), Set.of()).version()))
        .doesNotHaveDuplicates();
  }
}
