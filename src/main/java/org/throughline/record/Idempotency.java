package org.throughline.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Sha256;

/** Requests that were done once, by the caller's own name for them. */
final class Idempotency {

  private Idempotency() {}

  /**
   * The id of what an earlier request under this key made.
   *
   * @throws StoreException.Conflict if that was another request
   */
  static Optional<String> earlier(Work work, @Nullable IdempotencyKey key) {
    if (key == null) {
      return Optional.empty();
    }
    Optional<Map<String, Object>> row =
        work.handle()
            .select("SELECT request, result FROM idempotency WHERE name = ?", name(key))
            .mapToMap()
            .findOne();
    if (row.isPresent() && !key.request().equals(row.get().get("request"))) {
      throw new StoreException.Conflict("this Idempotency-Key was used for another request");
    }
    return row.map(columns -> (String) columns.get("result"));
  }

  static boolean isKnown(Handle handle, IdempotencyKey key) {
    return handle
        .select("SELECT 1 FROM idempotency WHERE name = ?", name(key))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static void keep(Work work, @Nullable IdempotencyKey key, String result) {
    if (key != null) {
      work.execute(
          "INSERT INTO idempotency VALUES (?, ?, ?, ?)",
          name(key),
          key.request(),
          result,
          work.now().toString());
    }
  }

  /** Forgets requests that nobody will send again. */
  static void prune(Handle handle, Instant before) {
    handle.execute("DELETE FROM idempotency WHERE at < ?", before.toString());
  }

  private static String name(IdempotencyKey key) {
    return Sha256.hex(key.account() + "\n" + key.key());
  }
}
