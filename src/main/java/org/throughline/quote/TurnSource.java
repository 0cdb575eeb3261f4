package org.throughline.quote;

import java.util.List;
import org.throughline.transcript.Turn;

/**
 * Where the words come from: the index keeps none. The record store answers from its encrypted
 * texts.
 */
@FunctionalInterface
public interface TurnSource {

  /**
   * The turns of a session with index {@code from} (inclusive) to {@code to} (exclusive), as far as
   * they exist; none when the session has gone.
   */
  List<SourceTurn> turns(String session, int from, int to);

  /**
   * Turns that will be asked for in a moment, all that one answer takes: a source that is quicker
   * with many at once opens them now.
   */
  default void expect(List<Wanted> wanted) {}

  /** Turns as {@link #turns} is asked for them. */
  record Wanted(String session, int from, int to) {}

  /** A turn with the codings on it, the rejected ones left out. */
  record SourceTurn(Turn turn, List<IndexedCoding> codings) {
    public SourceTurn {
      codings = List.copyOf(codings);
    }
  }
}
