package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.transcript.Sha256;
import org.throughline.transcript.Span;

/**
 * A session on its way through the gate: drafted by the program, reviewed by people, released. A
 * value; each step gives another one. A step that is not allowed yet is refused with an {@link
 * IllegalStateException} that says what is missing, in numbers; a place that is not there, with an
 * {@link IllegalArgumentException}.
 *
 * @param basis what the marks were made from: engine, lists, card and text in one line. With
 *     another basis the release does not hold
 * @param reviewers accounts that said the review is done
 */
public record Draft(State state, String basis, List<DraftTurn> turns, Set<String> reviewers) {

  /** How far it is. */
  public enum State {
    DRAFT,
    IN_REVIEW,
    RELEASED
  }

  /** A stretch a reviewer should look at, the riskiest first. */
  public record Open(int turn, Mark mark, int risk) {}

  public Draft {
    turns = List.copyOf(turns);
    reviewers = Set.copyOf(new TreeSet<>(reviewers));
  }

  /** What is left to decide, by risk. */
  public List<Open> queue() {
    List<Open> queue = new ArrayList<>();
    for (DraftTurn turn : turns) {
      for (Mark mark : turn.marks()) {
        if (mark.standing() == Mark.Standing.QUEUED) {
          queue.add(new Open(turn.index(), mark, Risk.of(mark, turn.text())));
        }
      }
    }
    queue.sort(Comparator.comparingInt((Open open) -> -open.risk()).thenComparingInt(Open::turn));
    return queue;
  }

  /** Two people must have reviewed it where the talk itself could tell who it is; else one. */
  public int reviewersNeeded() {
    return turns.stream().anyMatch(DraftTurn::tells) ? 2 : 1;
  }

  /** Opens the review. */
  public Draft open() {
    return state == State.DRAFT ? new Draft(State.IN_REVIEW, basis, turns, Set.of()) : this;
  }

  /** The stretch identifies: it is masked from now on. */
  public Draft accept(int turn, Span span) {
    return decide(turn, span, Mark.Standing.ACCEPTED);
  }

  /** The stretch does not identify: it stays as it was said. */
  public Draft reject(int turn, Span span) {
    return decide(turn, span, Mark.Standing.REJECTED);
  }

  /**
   * Decides alike about every stretch that waits and says the same, be it written large or small.
   */
  public Draft alike(String words, boolean identifies) {
    requireReview();
    String folded = Fold.word(words);
    Draft now = this;
    for (Open open : queue()) {
      Span span = open.mark().span();
      if (Fold.word(span.of(turn(open.turn()).text())).equals(folded)) {
        now = identifies ? now.accept(open.turn(), span) : now.reject(open.turn(), span);
      }
    }
    return now;
  }

  /**
   * The words of a stretch.
   *
   * @throws IllegalArgumentException if the session has no such place
   */
  public String words(int turn, Span span) {
    return span.of(turn(turn).text());
  }

  private Draft decide(int turn, Span span, Mark.Standing standing) {
    requireReview();
    DraftTurn old = turn(turn);
    Mark mark =
        old.marks().stream()
            .filter(one -> one.span().equals(span))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no mark lies there"));
    return with(old.with(mark.as(standing)));
  }

  /** A reviewer saw what the program did not. */
  public Draft add(int turn, Span span, Kind kind, String surrogate) {
    requireReview();
    DraftTurn old = turn(turn);
    if (span.isEmpty() || span.end() > old.text().length()) {
      throw new IllegalArgumentException("the span lies outside of the turn");
    }
    return with(
        old.with(new Mark(span, kind, Evidence.REVIEWER, surrogate, Mark.Standing.ACCEPTED)));
  }

  /** The account has seen all of it and decided what was left. */
  public Draft approve(String account) {
    requireReview();
    if (!queue().isEmpty()) {
      throw waiting();
    }
    Set<String> all = new TreeSet<>(reviewers);
    all.add(account);
    return new Draft(state, basis, turns, all);
  }

  /**
   * Lets it go.
   *
   * @throws IllegalStateException while something waits, a reviewer is missing, or a string of the
   *     card stands in the text
   */
  public Draft release(IdentityCard card) {
    requireReview();
    if (!queue().isEmpty()) {
      throw waiting();
    }
    if (reviewers.size() < reviewersNeeded()) {
      throw new IllegalStateException(
          "%d of %d reviewers have approved".formatted(reviewers.size(), reviewersNeeded()));
    }
    List<Integer> leaks = leaks(card);
    if (!leaks.isEmpty()) {
      throw new IllegalStateException(
          "strings of the identity card stand in %s: %s"
              .formatted(
                  leaks.size() == 1 ? "one turn" : leaks.size() + " turns",
                  leaks.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return new Draft(State.RELEASED, basis, turns, reviewers);
  }

  private List<Integer> leaks(IdentityCard card) {
    return new LeakScan(card).turns(released());
  }

  /** Takes a release back: from now on it is in review, and all approvals are to be given again. */
  public Draft recall() {
    if (state != State.RELEASED) {
      throw new IllegalStateException("this session is not released");
    }
    return new Draft(State.IN_REVIEW, basis, turns, Set.of());
  }

  private IllegalStateException waiting() {
    return new IllegalStateException("%d stretches wait".formatted(queue().size()));
  }

  /**
   * The same session read again with a newer engine or card: what people decided stays unless more
   * was found around it, and anything new sends it back to review. So does a string of the card
   * that stands in what is released, though no mark be another.
   *
   * @param card the fresh reading's
   */
  public Draft again(Draft fresh, IdentityCard card) {
    boolean news = false;
    List<DraftTurn> merged = new ArrayList<>();
    for (DraftTurn turn : fresh.turns()) {
      DraftTurn old =
          turns.stream().filter(t -> t.index() == turn.index()).findFirst().orElse(turn);
      boolean same = old.text().equals(turn.text());
      // Decisions that the fresh reading knew of already have its surrogates.
      List<Mark> unknown =
          old.marks().stream()
              .filter(mark -> turn.marks().stream().noneMatch(mark::isSameDecision))
              .toList();
      DraftTurn now = same ? turn.decided(unknown) : turn;
      news |= !now.marks().equals(old.marks()) || !same;
      merged.add(now);
    }
    Draft laid = new Draft(state, fresh.basis(), merged, reviewers);
    news |= state == State.RELEASED && !laid.leaks(card).isEmpty();
    State next = news && state != State.DRAFT ? State.IN_REVIEW : state;
    return new Draft(next, fresh.basis(), merged, news ? Set.of() : reviewers);
  }

  /** The texts as they would be, or are, released. */
  public List<ReleasedTurn> released() {
    return turns.stream().map(DraftTurn::released).toList();
  }

  /**
   * What tells it from the same session with other words, marks, decisions or surrogates, or made
   * from another card: 64 hexadecimal digits. How far it is and who approved it do not count.
   */
  public String version() {
    StringBuilder all = new StringBuilder();
    field(all, basis);
    for (DraftTurn turn : turns) {
      field(all, turn.index() + " " + turn.role() + " " + turn.marks().size());
      field(all, turn.text());
      for (Mark mark : turn.marks()) {
        field(all, mark.toString() + mark.evidence());
        field(all, mark.surrogate());
      }
    }
    return Sha256.hex(all.toString());
  }

  /** With its length before it, so that no two rows of fields read the same. */
  private static void field(StringBuilder all, String field) {
    all.append(field.length()).append(':').append(field);
  }

  private DraftTurn turn(int index) {
    return turns.stream()
        .filter(turn -> turn.index() == index)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no turn " + index));
  }

  private Draft with(DraftTurn changed) {
    List<DraftTurn> all =
        turns.stream().map(turn -> turn.index() == changed.index() ? changed : turn).toList();
    return new Draft(state, basis, all, Set.of());
  }

  private void requireReview() {
    if (state != State.IN_REVIEW) {
      throw new IllegalStateException("this session is not in review");
    }
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Draft[" + state + ", turns=" + turns.size() + "]";
  }
}
