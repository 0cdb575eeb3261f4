package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * Quotes of released text, or lines of a concordance of it.
 *
 * @param next cursor of the page after, null on the last
 * @param count how many turns or lines answer, in words where counting stopped
 * @param exact whether there are no more than {@code total}
 * @param partial whether time ran out before all turns were looked at
 * @param clients of how many clients the words were searched
 * @param withheld how many released clients did not agree to be quoted: they are in counts and in
 *     coding, not in here
 */
public record ReleasedQuotePage<T>(
    List<T> items,
    @Nullable String next,
    String count,
    int total,
    boolean exact,
    boolean partial,
    int clients,
    int withheld) {

  public ReleasedQuotePage {
    items = List.copyOf(items);
  }

  /**
   * A released turn that answers, with its neighbours.
   *
   * @param client surrogate id
   * @param session surrogate id
   * @param day days since the client's first session
   * @param marks where in the text the words that answer stand
   * @param before the turn before, null at the beginning
   * @param after the turn after, null at the end
   */
  public record QuoteOfRelease(
      String client,
      String session,
      int day,
      int turn,
      String role,
      String text,
      List<QuoteView.MarkView> marks,
      @Nullable Neighbour before,
      @Nullable Neighbour after) {

    public QuoteOfRelease {
      marks = List.copyOf(marks);
    }

    /** Pseudonymised talk is still somebody's. */
    @Override
    public String toString() {
      return "QuoteOfRelease[" + session + ", turn=" + turn + "]";
    }
  }

  /** The turn before or after. */
  public record Neighbour(int turn, String role, String text) {

    public static @Nullable Neighbour of(@Nullable Turn turn) {
      return turn == null
          ? null
          : new Neighbour(turn.index(), TurnView.roleOf(turn.role()), turn.text());
    }

    /** Pseudonymised talk is still somebody's. */
    @Override
    public String toString() {
      return "Neighbour[" + turn + "]";
    }
  }

  /**
   * A match between its contexts.
   *
   * @param start of the match in the released turn's text
   */
  public record LineOfRelease(
      String client,
      String session,
      int day,
      int turn,
      String role,
      int start,
      int end,
      String left,
      String match,
      String right) {

    /** Pseudonymised talk is still somebody's. */
    @Override
    public String toString() {
      return "LineOfRelease[" + session + ", turn=" + turn + "]";
    }
  }

  /** Where the words stand. */
  public static List<QuoteView.MarkView> marks(List<Span> spans) {
    return spans.stream().map(QuoteView.MarkView::of).toList();
  }

  @Override
  public String toString() {
    return "ReleasedQuotePage[items=" + items.size() + ", total=" + total + "]";
  }
}
