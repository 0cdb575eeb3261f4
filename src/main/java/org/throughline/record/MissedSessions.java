package org.throughline.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions that did not take place: a gap in a course has its reason. */
public final class MissedSessions {

  private final Database database;
  private final Vault vault;
  private final MissedRows rows;

  MissedSessions(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.rows = new MissedRows(vault);
  }

  /**
   * Writes down that a session did not take place, under the same rules as a session.
   *
   * @param reason "" where nobody gave one
   * @throws StoreException.Conflict if the day is down as missed already
   */
  public MissedSession add(
      Actor by, String client, LocalDate date, String reason, @Nullable IdempotencyKey key) {
    database.requireRoom(0);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          Consents.requireAnalysis(work, vault, client);
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("missed.add.again", client, earlier.get(), "");
            return rows.load(work.handle(), earlier.get());
          }
          MissedSession record = rows.insert(work, client, date, reason);
          Idempotency.keep(work, key, record.id());
          work.audit("missed.add", client, record.id(), "");
          return record;
        });
  }

  /**
   * Takes back that a session was missed: it leaves lists and figures, and stays on record.
   *
   * @throws StoreException.NotFound if the client has no such missed session
   */
  public void retract(Actor by, String client, String id) {
    database.write(
        by,
        work -> {
          rows.retract(work, client, id);
          work.audit("missed.retract", client, id, "");
          return true;
        });
  }

  /** The client's sessions that did not take place, by date. */
  public List<MissedSession> of(Actor by, String client) {
    return database.readLogged(
        by,
        "missed.list",
        client,
        null,
        handle -> {
          Clients.require(handle, client);
          return rows.of(handle, client);
        });
  }
}
