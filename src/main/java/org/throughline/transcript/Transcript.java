package org.throughline.transcript;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was said in one recorded meeting, in order. */
public record Transcript(List<Turn> turns) {

  public Transcript {
    turns = List.copyOf(turns);
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).index() != i) {
        throw new IllegalArgumentException("turn " + i + " carries index " + turns.get(i).index());
      }
    }
  }

  public Stream<Turn> clientTurns() {
    return turns.stream().filter(Turn::isClient);
  }

  /**
   * The same words with other roles: what a person says when client and therapist were swapped, or
   * a voice turns out to be somebody else's.
   *
   * @param roles who is behind each label, the empty one standing for text without a speaker;
   *     labels that are not named keep their roles
   */
  public Transcript withRoles(Map<String, Role> roles) {
    return new Transcript(
        turns.stream()
            .map(
                turn ->
                    turn.withRole(
                        roles.getOrDefault(turn.label() == null ? "" : turn.label(), turn.role())))
            .toList());
  }

  @Override
  public String toString() {
    return "Transcript[turns=" + turns.size() + "]";
  }
}
