package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

/** The table {@code missed}. */
final class MissedRows {

  private final Vault vault;

  MissedRows(Vault vault) {
    this.vault = vault;
  }

  MissedSession insert(Work work, String client, LocalDate date, String reason) {
    if (of(work.handle(), client).stream().anyMatch(other -> other.date().equals(date))) {
      throw new StoreException.Conflict("the session of " + date + " is down as missed already");
    }
    var missed = new MissedSession(Ids.random(), client, date, reason, work.now());
    work.execute(
        "INSERT INTO missed VALUES (?, ?, ?, ?, 0, ?)",
        missed.id(),
        client,
        date.toString(),
        missed.created().toString(),
        vault.seal(place(client, missed.id()), Json.bytes(new Sealed.MissedText(reason))));
    return missed;
  }

  /** All of a client's that were not taken back, by date. */
  List<MissedSession> of(Handle handle, String client) {
    return handle
        .select("SELECT * FROM missed WHERE client = ? AND retracted = 0 ORDER BY date", client)
        .map((row, context) -> missed(row))
        .list();
  }

  /** Takes one back; it stays on record. */
  void retract(Work work, String client, String id) {
    int rows =
        work.execute(
            "UPDATE missed SET retracted = 1 WHERE id = ? AND client = ? AND retracted = 0",
            id,
            client);
    if (rows == 0) {
      throw new StoreException.NotFound("missed session");
    }
  }

  MissedSession load(Handle handle, String id) {
    return handle
        .select("SELECT * FROM missed WHERE id = ?", id)
        .map((row, context) -> missed(row))
        .findOne()
        .orElseThrow(
            () -> new StoreException.Conflict("this Idempotency-Key was used for another request"));
  }

  private MissedSession missed(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String client = row.getString("client");
    byte[] json = vault.open(place(client, id), row.getBytes("sealed"));
    return new MissedSession(
        id,
        client,
        LocalDate.parse(row.getString("date")),
        Json.read(json, Sealed.MissedText.class).reason(),
        Instant.parse(row.getString("created")));
  }

  private static Place place(String client, String id) {
    return new Place(client, Purpose.TEXT, "missed", id);
  }
}
