package org.throughline.desk.view;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.trajectory.TrajectoryView.QuoteView;

/**
 * The evidence for and against a finding, opened by a person: two panes of the same size, each
 * quote with the turn before and the turn after.
 *
 * @param opened id of the event that records the opening
 * @param about what the panes are for and against, in plain words
 * @param session id of the session where one point was opened; null for the whole
 * @param rule how quotes were chosen
 */
public record OpenedView(
    String opened,
    String claim,
    String about,
    String says,
    @Nullable String session,
    Pane supports,
    Pane opposes,
    String rule) {

  /**
   * One side.
   *
   * @param found how many there were to choose from
   * @param searched what was searched over how many words; also where nothing was found
   */
  public record Pane(List<Shown> quotes, int found, String searched) {

    public Pane {
      quotes = List.copyOf(quotes);
    }

    Pane quoting(UnaryOperator<Shown> change) {
      return new Pane(quotes.stream().map(change).toList(), found, searched);
    }

    Pane withoutWords() {
      return new Pane(List.of(), found, searched);
    }
  }

  /** A quote with its surroundings; null at the ends of a session. */
  public record Shown(QuoteView quote, @Nullable TurnView before, @Nullable TurnView after) {}

  /** With each quote as the caller wants it. */
  public OpenedView quoting(UnaryOperator<Shown> change) {
    return new OpenedView(
        opened,
        claim,
        about,
        says,
        session,
        supports.quoting(change),
        opposes.quoting(change),
        rule);
  }

  /** Numbers and what was searched, for those who may not read the client's words. */
  public OpenedView withoutWords() {
    return new OpenedView(
        opened,
        claim,
        about,
        says,
        session,
        supports.withoutWords(),
        opposes.withoutWords(),
        rule + " The words are left out: the client has not agreed to show them to this account.");
  }

  /** A problem is named in the client's words. */
  @Override
  public String toString() {
    return "OpenedView[" + claim + "]";
  }
}
