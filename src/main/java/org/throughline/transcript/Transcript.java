package org.throughline.transcript;

import java.util.List;
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

  @Override
  public String toString() {
    return "Transcript[turns=" + turns.size() + "]";
  }
}
