package org.throughline.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One writing transaction: the handle, whose act it is, and what it leaves in log and outbox. */
final class Work {

  private final Handle handle;
  private final Actor by;
  private final Instant now;
  private final List<AuditEvent> events = new ArrayList<>();

  Work(Handle handle, Actor by, Instant now) {
    this.handle = handle;
    this.by = by;
    this.now = now;
  }

  Handle handle() {
    return handle;
  }

  Actor by() {
    return by;
  }

  Instant now() {
    return now;
  }

  int execute(String sql, @Nullable Object... arguments) {
    return handle.execute(sql, arguments);
  }

  void audit(String action, @Nullable String client, @Nullable String object, String detail) {
    events.add(new AuditEvent(0, now, by, action, client, object, detail));
  }

  List<AuditEvent> events() {
    return events;
  }

  void outbox(OutboxEvent.Kind kind, String client, @Nullable String entry) {
    execute("INSERT INTO outbox VALUES (?, ?, ?, ?)", next("outbox"), kind.name(), client, entry);
  }

  /** The next number of a series; gaps only where a transaction failed. */
  long next(String series) {
    execute("UPDATE heads SET number = number + 1 WHERE name = ?", series);
    return handle.select("SELECT number FROM heads WHERE name = ?", series).mapTo(Long.class).one();
  }
}
