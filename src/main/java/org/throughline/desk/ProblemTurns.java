package org.throughline.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemEvent;
import org.throughline.record.Actor;
import org.throughline.record.Note;
import org.throughline.record.Store;

/** Which turns people have linked to a problem, as of now. */
final class ProblemTurns {

  private final Store store;

  ProblemTurns(Store store) {
    this.store = store;
  }

  /**
   * The indices of the turns by session; none where nobody has linked any, or the problem is of a
   * client whom the asker may not see.
   */
  Map<String, Set<Integer>> of(Actor by, String problem, Set<String> clients) {
    Optional<String> client = store.notes().clientOfProblem(problem).filter(clients::contains);
    if (client.isEmpty()) {
      return Map.of();
    }
    List<Note> notes = store.notes().of(by, client.get(), Note.Kind.PROBLEM);
    return turns(
        problem, notes.stream().map(note -> Written.read(note, ProblemEvent.class)).toList());
  }

  /** The last word about each passage holds. */
  static Map<String, Set<Integer>> turns(String problem, List<ProblemEvent> events) {
    Set<Place> linked = new LinkedHashSet<>();
    for (ProblemEvent event : events) {
      if (event.problem().equals(problem)) {
        switch (event) {
          case ProblemEvent.Linked link -> linked.add(link.place());
          case ProblemEvent.Unlinked unlink -> linked.remove(unlink.place());
          case ProblemEvent.Named named -> {}
          case ProblemEvent.Staged staged -> {}
          case ProblemEvent.SetbackExplained explained -> {}
        }
      }
    }
    Map<String, Set<Integer>> turns = new HashMap<>();
    for (Place place : linked) {
      turns.computeIfAbsent(place.sessionId(), session -> new HashSet<>()).add(place.turn());
    }
    return turns;
  }
}
