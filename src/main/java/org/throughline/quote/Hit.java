package org.throughline.quote;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * A turn that answers the question, with the exact words.
 *
 * @param session the record's session id
 * @param client the record's client id
 * @param number of the session with this client
 * @param turn the turn itself, verbatim
 * @param marks where in its text the words that answer stand, in order, never overlapping; none
 *     when the question names no words (a speaker, a date)
 * @param codings the codings on the turn
 * @param before the turn before, null at the beginning
 * @param after the turn after, null at the end
 * @param found by what it was found
 */
public record Hit(
    String session,
    String client,
    int number,
    LocalDate date,
    Turn turn,
    List<Span> marks,
    List<IndexedCoding> codings,
    @Nullable Turn before,
    @Nullable Turn after,
    Found found) {

  /** Every hit says so. */
  public sealed interface Found {
    record ByWords() implements Found {}

    /**
     * By the likeness of its meaning to the question, for which no shared word is needed.
     *
     * @param likeness cosine, −1 to 1
     */
    record ByLikeness(double likeness) implements Found {}
  }

  public Hit {
    marks = List.copyOf(marks);
    codings = List.copyOf(codings);
  }

  /** From the first mark to the last; the whole turn when there is none. */
  public Span span() {
    return marks.isEmpty()
        ? new Span(0, turn.text().length())
        : marks.getFirst().cover(marks.getLast());
  }

  /** The exact words of {@link #span}. */
  public String quote() {
    return span().of(turn.text());
  }

  public Role role() {
    return turn.role() == null ? Role.UNATTRIBUTED : turn.role();
  }

  /** Where the transcript opens at a turn: the page's address without its host. */
  public static String link(String session, int turn) {
    return "/#/sessions/" + session + "/turn/" + turn;
  }

  /** Where the transcript opens at this turn. */
  public String link() {
    return link(session, turn.index());
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Hit[session=" + session + ", turn=" + turn.index() + ", marks=" + marks + "]";
  }
}
