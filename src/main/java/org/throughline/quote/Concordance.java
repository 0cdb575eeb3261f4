package org.throughline.quote;

import java.time.LocalDate;
import java.util.List;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/**
 * Every match in a line of its own, the words that answer in the middle (key word in context).
 *
 * @param total lines there are, counted among the permitted clients only
 * @param exact false when there are more than were sorted
 * @param partial true when time ran out
 * @param lines the page asked for
 */
public record Concordance(int total, boolean exact, boolean partial, List<Line> lines) {

  /** How many lines are sorted at most. */
  public static final int MOST = 1_000_000;

  public Concordance {
    lines = List.copyOf(lines);
  }

  /** As {@link Hits#count}. */
  public String count() {
    return new Hits(total, exact, partial, List.of()).count();
  }

  /** The same count of other lines: as they may show. */
  public Concordance with(List<Line> shown) {
    return new Concordance(total, exact, partial, shown);
  }

  /** What the lines are put in order by; equal ones stand latest session first. */
  public enum SortBy {
    NEWEST,
    /** The two words before, the nearest first. */
    LEFT,
    /** The two words after. */
    RIGHT,
    /** The first two words of the match itself. */
    MATCH,
    CLIENT,
    /** The first code on the turn in alphabetical order; uncoded turns first. */
    CODE
  }

  /**
   * A match between its contexts.
   *
   * @param text the turn's
   * @param context what is shown of it: the match and the words around it, as far as they fit
   * @param span the match
   * @param codes ids of the codes on the turn
   */
  public record Line(
      String session,
      String client,
      int number,
      LocalDate date,
      int turn,
      Role role,
      String text,
      Span context,
      Span span,
      List<String> codes) {

    public Line {
      codes = List.copyOf(codes);
    }

    /** The words before the match. */
    public String left() {
      return text.substring(context.start(), span.start());
    }

    /** The exact words. */
    public String match() {
      return span.of(text);
    }

    /** The words after the match. */
    public String right() {
      return text.substring(span.end(), context.end());
    }

    /** The same of another wording of the turn. */
    public Line in(String wording, Span shown, Span found) {
      return new Line(session, client, number, date, turn, role, wording, shown, found, codes);
    }

    /** Where the transcript opens at this turn: the page's address without its host. */
    public String link() {
      return Hit.link(session, turn);
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "Line[session=" + session + ", turn=" + turn + ", span=" + span + "]";
    }
  }
}
