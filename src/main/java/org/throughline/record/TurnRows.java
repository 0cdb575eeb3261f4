package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.TurnFacts;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.History;

/** The tables {@code turns} and {@code facts}. */
final class TurnRows {

  private final Vault vault;
  private final RevisionRows revisions;

  TurnRows(Vault vault) {
    this.vault = vault;
    this.revisions = new RevisionRows(vault);
  }

  void insert(Work work, Entry entry, Transcript transcript) {
    PreparedBatch batch = work.handle().prepareBatch("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?)");
    for (Turn turn : transcript.turns()) {
      Role role = turn.role();
      var text = new Sealed.TurnText(turn.label(), turn.text());
      batch
          .bind(0, entry.id())
          .bind(1, turn.index())
          .bind(2, role == null ? null : role.id())
          .bind(3, turn.startMs())
          .bind(4, turn.endMs())
          .bind(5, vault.seal(place(entry.client(), entry.id(), turn.index()), Json.bytes(text)))
          .add();
    }
    execute(batch, transcript.turns().size());
  }

  /** The stored text with everything put right since. */
  History history(Handle handle, Entry entry) {
    return history(handle, entry.client(), entry.id());
  }

  History history(Handle handle, String client, String entry) {
    return History.of(
        stored(handle, client, entry),
        revisions.of(handle, entry).stream().map(RevisionRecord::revision).toList());
  }

  private Transcript stored(Handle handle, String client, String entry) {
    List<Turn> turns =
        handle
            .select("SELECT * FROM turns WHERE entry = ? ORDER BY number", entry)
            .map((row, context) -> turn(row, client, entry))
            .list();
    return new Transcript(turns);
  }

  /** Whether anything was put right since it was stored. */
  boolean isRevised(Handle handle, String entry) {
    return revisions.any(handle, entry);
  }

  /** Those with index {@code from} (inclusive) to {@code to} (exclusive), as far as they exist. */
  List<Turn> some(Handle handle, String client, String entry, int from, int to) {
    if (isRevised(handle, entry)) {
      List<Turn> all = history(handle, client, entry).current().turns();
      return all.subList(Math.clamp(from, 0, all.size()), Math.clamp(to, 0, all.size()));
    }
    return handle
        .select(
            "SELECT * FROM turns WHERE entry = ? AND number >= ? AND number < ? ORDER BY number",
            entry,
            from,
            to)
        .map((row, context) -> turn(row, client, entry))
        .list();
  }

  void insertFacts(Work work, Entry entry, List<TurnFacts> facts) {
    PreparedBatch batch =
        work.handle().prepareBatch("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (TurnFacts turn : facts) {
      batch
          .bind(0, entry.id())
          .bind(1, turn.turn())
          .bind(2, turn.role().id())
          .bind(3, turn.words())
          .bind(4, turn.clauses())
          .bind(5, turn.selfClauses())
          .bind(6, turn.pastClauses())
          .add();
    }
    execute(batch, facts.size());
  }

  void replaceFacts(Work work, Entry entry, List<TurnFacts> facts) {
    work.execute("DELETE FROM facts WHERE entry = ?", entry.id());
    insertFacts(work, entry, facts);
  }

  List<TurnFacts> facts(Handle handle, Entry entry) {
    return handle
        .select("SELECT * FROM facts WHERE entry = ? ORDER BY turn", entry.id())
        .map(
            (row, context) ->
                new TurnFacts(
                    row.getInt("turn"),
                    Role.of(row.getString("role")),
                    row.getInt("words"),
                    row.getInt("clauses"),
                    row.getInt("self_clauses"),
                    row.getInt("past_clauses")))
        .list();
  }

  private Turn turn(ResultSet row, String client, String entry) throws SQLException {
    int index = row.getInt("number");
    byte[] json = vault.open(place(client, entry, index), row.getBytes("sealed"));
    var text = Json.read(json, Sealed.TurnText.class);
    String role = row.getString("role");
    return new Turn(
        index,
        text.label(),
        role == null ? null : Role.of(role),
        text.text(),
        milliseconds(row, "start_ms"),
        milliseconds(row, "end_ms"));
  }

  private static @Nullable Long milliseconds(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static void execute(PreparedBatch batch, int size) {
    if (size > 0) {
      batch.execute();
    }
  }

  private static Place place(String client, String entry, int turn) {
    return new Place(client, Purpose.TEXT, "turns", entry + "/" + turn);
  }
}
