package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.revision.Revision;

/** The table {@code revisions}: rows are added and never changed. */
final class RevisionRows {

  private final Vault vault;

  RevisionRows(Vault vault) {
    this.vault = vault;
  }

  void insert(Work work, Actor by, Entry entry, int number, Revision revision) {
    String id = Ids.random();
    work.execute(
        "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        entry.id(),
        entry.client(),
        number,
        by.account(),
        work.now().toString(),
        vault.seal(place(entry.client(), id), Json.bytes(Sealed.RevisionText.of(revision))));
  }

  /** Those of the entries that have any. */
  Set<String> any(Handle handle, List<String> entries) {
    return handle
        .createQuery("SELECT entry FROM revisions WHERE number = 0 AND entry IN (<entries>)")
        .bindList("entries", entries)
        .mapTo(String.class)
        .set();
  }

  /** All of an entry, in order. */
  List<RevisionRecord> of(Handle handle, String entry) {
    return handle
        .select("SELECT * FROM revisions WHERE entry = ? ORDER BY number", entry)
        .map((row, context) -> revision(row))
        .list();
  }

  private RevisionRecord revision(ResultSet row) throws SQLException {
    String id = row.getString("id");
    byte[] json = vault.open(place(row.getString("client"), id), row.getBytes("sealed"));
    return new RevisionRecord(
        row.getInt("number"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        Json.read(json, Sealed.RevisionText.class).revision());
  }

  private static Place place(String client, String id) {
    return new Place(client, Purpose.TEXT, "revisions", id);
  }
}
