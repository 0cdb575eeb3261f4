package org.throughline.record;

import java.util.List;

/**
 * Everything that one client's course is computed from, as of one moment.
 *
 * @param figures of sessions by number, then of check-ins by date; none taken back
 * @param missed sessions that did not take place, by date
 * @param notes of all kinds, in order
 */
public record Casebook(
    Client client, List<Figures> figures, List<MissedSession> missed, List<Note> notes) {

  public Casebook {
    figures = List.copyOf(figures);
    missed = List.copyOf(missed);
    notes = List.copyOf(notes);
  }

  /** Those of one kind, in order. */
  public List<Note> notes(Note.Kind kind) {
    return notes.stream().filter(note -> note.kind() == kind).toList();
  }

  @Override
  public String toString() {
    return "Casebook[" + client.id() + ", figures=" + figures.size() + "]";
  }
}
