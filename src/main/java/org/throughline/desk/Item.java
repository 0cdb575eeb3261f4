package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.CodingLine;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * One text to be coded by itself, without a client or a session.
 *
 * @param id the caller's own
 * @param speaker id of a {@link Role}; null for the client
 * @param previous the turn before, by somebody else; null where there is none
 */
public record Item(String id, String text, @Nullable String speaker, @Nullable String previous) {

  public Item {
    Objects.requireNonNull(id, "an item has an id");
    Objects.requireNonNull(text, "an item has a text");
    if (speaker != null) {
      Role.of(speaker);
    }
  }

  /** The codings of the text; those of the turn before are left out. */
  public List<CodingLine> code(Engine engine) {
    Role role = speaker == null ? Role.CLIENT : Role.of(speaker);
    List<Turn> turns = new ArrayList<>();
    if (previous != null) {
      Role before = role == Role.CLIENT ? Role.THERAPIST : Role.CLIENT;
      turns.add(new Turn(0, null, before, previous, null, null));
    }
    int at = turns.size();
    turns.add(new Turn(at, null, role, text, null, null));
    CodedTranscript coded = engine.code(new Transcript(turns));
    return coded.codings().stream()
        .filter(coding -> coding.turn() == at)
        .map(coding -> CodingLine.of(id, coding))
        .toList();
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Item[length=" + text.length() + "]";
  }
}
