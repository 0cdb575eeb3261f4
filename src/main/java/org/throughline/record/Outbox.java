package org.throughline.record;

import java.util.List;

/**
 * What changed, in order, for the index and whoever else keeps a copy. An event is written in the
 * transaction it speaks of; a reader keeps the last sequence number it has applied and asks for
 * more.
 */
public final class Outbox {

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  /** The next events after a sequence number, oldest first. */
  public List<OutboxEvent> after(long sequence, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM outbox WHERE sequence > ? ORDER BY sequence LIMIT ?",
                    sequence,
                    limit)
                .map(
                    (row, context) ->
                        new OutboxEvent(
                            row.getLong("sequence"),
                            OutboxEvent.Kind.valueOf(row.getString("kind")),
                            row.getString("client"),
                            row.getString("entry")))
                .list());
  }

  /** Sequence number of the newest event; 0 before any. */
  public long head() {
    return database.read(
        handle ->
            handle
                .select("SELECT number FROM heads WHERE name = 'outbox'")
                .mapTo(Long.class)
                .one());
  }
}
