package org.throughline.coding;

import java.util.List;
import org.throughline.transcript.Transcript;

/**
 * A transcript with the denominators and codings of its turns: everything that {@code record} keeps
 * and that the rooms after it compute from.
 */
public record CodedTranscript(Transcript transcript, List<TurnFacts> facts, List<Coding> codings) {

  public CodedTranscript {
    facts = List.copyOf(facts);
    codings = List.copyOf(codings);
  }

  @Override
  public String toString() {
    return "CodedTranscript[turns="
        + transcript.turns().size()
        + ", codings="
        + codings.size()
        + "]";
  }
}
