package org.throughline.desk.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.DraftTurn;
import org.throughline.deidentify.Mark;

/**
 * A session under review: its words with all that is marked in them, and what waits, riskiest
 * first.
 *
 * @param version of all that can be read here but the standing; an approval says it back
 * @param approvedByYou whether the asker's approval stands
 */
public record ReviewView(
    ReleaseView standing,
    String version,
    boolean approvedByYou,
    List<TurnMarks> turns,
    List<Waiting> queue) {

  /**
   * One turn as it was said.
   *
   * @param telling whether the talk itself could tell who it is
   */
  public record TurnMarks(
      int turn, String role, String text, boolean telling, List<MarkView> marks) {
    /** Never the words. */
    @Override
    public String toString() {
      return "TurnMarks[" + turn + ", marks=" + marks.size() + "]";
    }
  }

  /**
   * A marked stretch.
   *
   * @param start first UTF-16 unit of the turn
   * @param end past the last
   * @param kind "name", "place" and so on
   * @param reason what speaks for it: card, form, frame, lexicon, finder, not_safe, elsewhere,
   *     reviewer
   * @param surrogate what stands there once it is masked
   * @param standing masked, queued, accepted or rejected
   */
  public record MarkView(
      int start, int end, String kind, String reason, String surrogate, String standing) {
    /** Never the surrogate. */
    @Override
    public String toString() {
      return "MarkView[" + start + ", " + end + ", " + kind + ", " + standing + "]";
    }
  }

  /**
   * A stretch that a reviewer has to decide about.
   *
   * @param risk 0 to 100: what it would cost to be wrong
   */
  public record Waiting(
      int turn, int start, int end, String kind, String reason, String surrogate, int risk) {
    /** Never the surrogate. */
    @Override
    public String toString() {
      return "Waiting[" + turn + ", " + start + ", " + end + ", " + kind + "]";
    }
  }

  public ReviewView {
    turns = List.copyOf(turns);
    queue = List.copyOf(queue);
  }

  /** A draft as one account sees it. */
  public static ReviewView of(ReleaseView standing, Draft draft, @Nullable String account) {
    return new ReviewView(
        standing,
        draft.version(),
        account != null && draft.reviewers().contains(account),
        draft.turns().stream().map(ReviewView::turn).toList(),
        draft.queue().stream().map(ReviewView::waiting).toList());
  }

  private static TurnMarks turn(DraftTurn turn) {
    return new TurnMarks(
        turn.index(),
        word(turn.role()),
        turn.text(),
        turn.tells(),
        turn.marks().stream()
            .map(
                mark ->
                    new MarkView(
                        mark.span().start(),
                        mark.span().end(),
                        word(mark.kind()),
                        word(mark.evidence()),
                        mark.surrogate(),
                        word(mark.standing())))
            .toList());
  }

  private static Waiting waiting(Draft.Open open) {
    Mark mark = open.mark();
    return new Waiting(
        open.turn(),
        mark.span().start(),
        mark.span().end(),
        word(mark.kind()),
        word(mark.evidence()),
        mark.surrogate(),
        open.risk());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "ReviewView[" + standing + ", turns=" + turns.size() + "]";
  }
}
