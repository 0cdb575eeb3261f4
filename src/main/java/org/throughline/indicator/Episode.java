package org.throughline.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Role;

/**
 * A stretch in which the client tells something that happened: at least {@value
 * #LEAST_PAST_CLAUSES} past-event clauses, therapist turns of up to {@value #BRIDGED_WORDS} words
 * bridged. Talk outside episodes is not scored for coherence.
 *
 * @param firstTurn first turn, inclusive
 * @param lastTurn last turn, inclusive
 * @param clauses finite clauses of the client in it
 * @param pastClauses those about past events
 * @param present the coherence codes found in it: its checklist
 */
public record Episode(
    int firstTurn, int lastTurn, int clauses, int pastClauses, Set<String> present) {

  static final int LEAST_PAST_CLAUSES = 5;
  static final int BRIDGED_WORDS = 10;

  public Episode {
    present = new TreeSet<>(present);
  }

  Episode with(Set<String> codes) {
    return new Episode(firstTurn, lastTurn, clauses, pastClauses, codes);
  }

  boolean holds(int turn) {
    return firstTurn <= turn && turn <= lastTurn;
  }

  static List<Episode> in(List<TurnFacts> facts) {
    List<Episode> episodes = new ArrayList<>();
    List<TurnFacts> stretch = new ArrayList<>();
    for (TurnFacts turn : facts) {
      boolean breaks = turn.role() != Role.CLIENT && turn.words() > BRIDGED_WORDS;
      // Client turns without any past event end a story too, unless they are as short as a nod.
      boolean elsewhere =
          turn.role() == Role.CLIENT && turn.pastClauses() == 0 && turn.words() > BRIDGED_WORDS;
      if (breaks || elsewhere) {
        close(stretch, episodes);
      } else if (turn.role() == Role.CLIENT) {
        stretch.add(turn);
      }
    }
    close(stretch, episodes);
    return episodes;
  }

  private static void close(List<TurnFacts> stretch, List<Episode> episodes) {
    int past = stretch.stream().mapToInt(TurnFacts::pastClauses).sum();
    if (past >= LEAST_PAST_CLAUSES) {
      episodes.add(
          new Episode(
              stretch.getFirst().turn(),
              stretch.getLast().turn(),
              stretch.stream().mapToInt(TurnFacts::clauses).sum(),
              past,
              Set.of()));
    }
    stretch.clear();
  }
}
