package org.throughline.coding;

import java.util.List;
import org.throughline.transcript.Transcript;

/**
 * A transcript with the denominators and codings of its turns: everything that {@code record} keeps
 * and that the rooms after it compute from.
 */
public record CodedTranscript(
    Transcript transcript, List<TurnFacts> facts, List<Coding> codings, List<TurnWords> words) {

  public CodedTranscript {
    facts = List.copyOf(facts);
    codings = List.copyOf(codings);
    words = List.copyOf(words);
  }

  /** Where nobody needs the words as they were read. */
  public CodedTranscript(Transcript transcript, List<TurnFacts> facts, List<Coding> codings) {
    this(transcript, facts, codings, List.of());
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
