package org.throughline.record;

import java.util.List;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Transcript;

/**
 * An entry with its words as they read now, denominators and codings.
 *
 * @param revisions what was put right since it was stored, in order
 * @param lost codings that somebody made or decided about and whose words were corrected away
 */
public record EntryContent(
    Entry entry,
    Transcript transcript,
    List<TurnFacts> facts,
    List<StoredCoding> codings,
    List<RevisionRecord> revisions,
    List<LostCoding> lost) {

  public EntryContent {
    revisions = List.copyOf(revisions);
    lost = List.copyOf(lost);
    facts = List.copyOf(facts);
    codings = List.copyOf(codings);
  }

  /** What figures are computed from: rejected codings left out, changed ones as changed. */
  public CodedTranscript coded() {
    List<Coding> standing =
        codings.stream()
            .flatMap(
                stored ->
                    stored
                        .effective(transcript.turns().get(stored.coding().turn()).text())
                        .stream())
            .toList();
    return new CodedTranscript(transcript, facts, standing);
  }

  @Override
  public String toString() {
    return "EntryContent[" + entry + ", codings=" + codings.size() + "]";
  }
}
