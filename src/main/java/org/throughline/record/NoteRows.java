package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

/** The table {@code notes}. */
final class NoteRows {

  private final Vault vault;

  NoteRows(Vault vault) {
    this.vault = vault;
  }

  Note insert(Work work, String client, Note.Kind kind, String id, String json) {
    var note = new Note(id, client, kind, work.next("note"), work.now(), work.by().account(), json);
    work.execute(
        "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        client,
        kind.name(),
        note.number(),
        note.at().toString(),
        note.account(),
        vault.seal(place(client, id), json.getBytes(StandardCharsets.UTF_8)));
    return note;
  }

  /** All of a client's, in the order in which they were written. */
  List<Note> of(Handle handle, String client) {
    return handle
        .select("SELECT * FROM notes WHERE client = ? ORDER BY number", client)
        .map((row, context) -> note(row))
        .list();
  }

  List<Note> of(Handle handle, String client, Note.Kind kind) {
    return handle
        .select(
            "SELECT * FROM notes WHERE client = ? AND kind = ? ORDER BY number",
            client,
            kind.name())
        .map((row, context) -> note(row))
        .list();
  }

  private Note note(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String client = row.getString("client");
    byte[] json = vault.open(place(client, id), row.getBytes("sealed"));
    return new Note(
        id,
        client,
        Note.Kind.valueOf(row.getString("kind")),
        row.getLong("number"),
        Instant.parse(row.getString("at")),
        row.getString("account"),
        new String(json, StandardCharsets.UTF_8));
  }

  private static Place place(String client, String id) {
    return new Place(client, Purpose.TEXT, "notes", id);
  }
}
