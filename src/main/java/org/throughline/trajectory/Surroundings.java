package org.throughline.trajectory;

import java.util.List;
import org.throughline.indicator.Quote;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * A quote with the turn before and the turn after: nothing is judged by its snippet.
 *
 * @param turns up to three, in order
 */
public record Surroundings(Quote quote, List<Said> turns) {

  /** One turn's words; "unattributed" where nobody has said who speaks. */
  public record Said(int turn, String role, String text) {

    /** Never the words. */
    @Override
    public String toString() {
      return "Said[" + turn + "]";
    }
  }

  public Surroundings {
    turns = List.copyOf(turns);
  }

  /**
   * Where the quote stands.
   *
   * @throws IllegalArgumentException if the words are no longer there
   */
  public static Surroundings of(Quote quote, Transcript transcript) {
    List<Turn> turns = transcript.turns();
    if (quote.turn() >= turns.size()
        || quote.end() > turns.get(quote.turn()).text().length()
        || !turns
            .get(quote.turn())
            .text()
            .substring(quote.start(), quote.end())
            .equals(quote.text())) {
      throw new IllegalArgumentException("the words of " + quote + " are not at their place");
    }
    return new Surroundings(
        quote,
        turns
            .subList(Math.max(0, quote.turn() - 1), Math.min(turns.size(), quote.turn() + 2))
            .stream()
            .map(turn -> new Said(turn.index(), role(turn), turn.text()))
            .toList());
  }

  private static String role(Turn turn) {
    var role = turn.role();
    return role == null ? "unattributed" : role.id();
  }
}
