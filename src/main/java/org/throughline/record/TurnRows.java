package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** Those of the entries in which anything was put right since they were stored. */
  Set<String> revised(Handle handle, List<String> entries) {
    return revisions.any(handle, entries);
  }

  /** Turns of many entries at once, each once, in order: of texts that nobody has revised. */
  Map<String, List<Turn>> some(Handle handle, List<Stretch> stretches) {
    Map<String, SortedMap<Integer, Turn>> found = new HashMap<>();
    Wanted.select(
            handle,
            stretches,
            "t.*, e.client FROM wanted w CROSS JOIN turns t JOIN entries e ON e.id = t.entry"
                + " WHERE t.entry = w.entry AND t.number >= w.low AND t.number < w.high")
        .map(
            (row, context) -> {
              String entry = row.getString("entry");
              Turn turn = turn(row, row.getString("client"), entry);
              return found.computeIfAbsent(entry, id -> new TreeMap<>()).put(turn.index(), turn);
            })
        .list();
    Map<String, List<Turn>> turns = new HashMap<>();
    found.forEach((entry, its) -> turns.put(entry, List.copyOf(its.values())));
    return turns;
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
