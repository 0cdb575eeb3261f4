package org.throughline.desk.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.Draft;
import org.throughline.record.Releases.Candidate;

/**
 * How far a session is on its way to research, without a word of it.
 *
 * @param state undrafted, draft, in_review or released
 * @param current whether the draft was made from today's text, card and program; if not, research
 *     does not read it, and it has to be drafted again
 * @param waiting how many stretches wait for a reviewer
 * @param risk of the riskiest of them, 0 to 100; what it would cost to be wrong
 * @param telling turns that tell of what court or press keep: then two people review it
 * @param approved how many reviewers have approved it as it is
 * @param needed how many must
 */
public record ReleaseView(
    String session,
    String client,
    String pseudonym,
    int number,
    String date,
    String state,
    boolean current,
    int waiting,
    int risk,
    int telling,
    int approved,
    int needed,
    @Nullable String changed) {

  /** What must be looked at first, first; what is released, last. */
  public static final Comparator<ReleaseView> BY_RISK =
      Comparator.comparing((ReleaseView view) -> view.isDone())
          .thenComparingInt(view -> -view.risk())
          .thenComparingInt(view -> -view.telling())
          .thenComparingInt(view -> -view.waiting())
          .thenComparing(ReleaseView::pseudonym)
          .thenComparingInt(ReleaseView::number);

  private boolean isDone() {
    return state.equals("released") && current;
  }

  /**
   * Of a candidate.
   *
   * @param draft null where there is none
   */
  public static ReleaseView of(Candidate candidate, String pseudonym, @Nullable Draft draft) {
    List<Draft.Open> queue = draft == null ? List.of() : draft.queue();
    return new ReleaseView(
        candidate.entry(),
        candidate.client(),
        pseudonym,
        candidate.number(),
        candidate.date().toString(),
        draft == null ? "undrafted" : draft.state().name().toLowerCase(Locale.ROOT),
        draft != null && candidate.isCurrent(),
        queue.size(),
        queue.isEmpty() ? 0 : queue.getFirst().risk(),
        draft == null ? 0 : (int) draft.turns().stream().filter(turn -> turn.tells()).count(),
        draft == null ? 0 : draft.reviewers().size(),
        draft == null ? 1 : draft.reviewersNeeded(),
        candidate.at() == null ? null : candidate.at().toString());
  }

  @Override
  public String toString() {
    return "ReleaseView[" + session + ", " + state + ", waiting=" + waiting + "]";
  }
}
