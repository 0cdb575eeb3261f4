package org.throughline.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, in an order that cannot be changed unseen. Each event's hash is an HMAC over its
 * number, the hash before it and its content, under a key that lies outside the database; the
 * latest number and hash are also kept in an {@link Anchor} outside the database, so that a
 * shortened log shows as well.
 */
public final class AuditLog {

  /** What a check of the whole log found. */
  public sealed interface Finding {}

  /** The log is whole. */
  public record Whole(long events) implements Finding {}

  /**
   * The log was tampered with.
   *
   * @param number the first event that is wrong or missing
   */
  public record Broken(long number, String why) implements Finding {}

  private static final int PAGE = 5_000;

  private final Database database;
  private final byte[] key;
  private final Anchor anchor;

  AuditLog(Database database, byte[] key, Anchor anchor) {
    this.database = database;
    this.key = key.clone();
    this.anchor = anchor;
  }

  /**
   * Writes an event of its own, for acts that change nothing here: a search, a reveal, an export, a
   * refusal. Returns when the disk has it; answer the caller only then.
   *
   * @param detail ids, counts and hashes; never words
   */
  public void record(
      Actor by, String action, @Nullable String client, @Nullable String object, String detail) {
    database.write(
        by,
        work -> {
          work.audit(action, client, object, detail);
          return true;
        });
  }

  /** The newest events, newest first. */
  public List<AuditEvent> latest(int limit) {
    return select("ORDER BY number DESC LIMIT ?", limit);
  }

  /** The newest events about one client, newest first. */
  public List<AuditEvent> about(String client, int limit) {
    return select("WHERE client = ? ORDER BY number DESC LIMIT ?", client, limit);
  }

  /** Walks the whole log. */
  public Finding verify() {
    return database.read(this::walk);
  }

  /** Appends within a transaction; the returned head goes to the anchor once that has committed. */
  Anchor.Head append(Handle handle, AuditEvent event) {
    Anchor.Head head = head(handle);
    long number = head.number() + 1;
    String hash = hash(mac(), number, head.hash(), event);
    handle.execute(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        event.at().toString(),
        event.by().account(),
        event.by().role(),
        event.by().purpose(),
        event.action(),
        event.client(),
        event.object(),
        event.detail(),
        hash);
    handle.execute("UPDATE heads SET number = ?, hash = ? WHERE name = 'audit'", number, hash);
    return new Anchor.Head(number, hash);
  }

  private Finding walk(Handle handle) {
    Mac mac = mac();
    Anchor.Head anchored = anchor.read();
    String before = "";
    long next = 1;
    while (true) {
      List<Row> page = page(handle, next);
      for (Row row : page) {
        if (row.event().number() != next) {
          return new Broken(next, "event is missing");
        }
        String expected = hash(mac, next, before, row.event());
        if (!expected.equals(row.hash())) {
          return new Broken(next, "event was altered, moved or put in");
        }
        if (anchored.number() == next && !anchored.hash().equals(expected)) {
          return new Broken(next, "event differs from the anchor outside the database");
        }
        before = expected;
        next++;
      }
      if (page.size() < PAGE) {
        return end(handle, next - 1, before, anchored);
      }
    }
  }

  private static Finding end(Handle handle, long last, String hash, Anchor.Head anchored) {
    if (anchored.number() > last) {
      return new Broken(last + 1, "log ends before the anchor outside the database");
    }
    if (!anchored.known() && last > 0) {
      return new Broken(last, "the anchor outside the database is missing");
    }
    Anchor.Head head = head(handle);
    if (head.number() != last || !hash.equals(head.hash())) {
      return new Broken(last + 1, "log ends elsewhere than its head says");
    }
    return new Whole(last);
  }

  static Anchor.Head head(Handle handle) {
    return handle
        .select("SELECT number, hash FROM heads WHERE name = 'audit'")
        .map((row, context) -> new Anchor.Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  private record Row(AuditEvent event, String hash) {}

  private static List<Row> page(Handle handle, long from) {
    return handle
        .createQuery("SELECT * FROM audit WHERE number >= :from ORDER BY number LIMIT :page")
        .bind("from", from)
        .bind("page", PAGE)
        .map((row, context) -> new Row(event(row), row.getString("hash")))
        .list();
  }

  private List<AuditEvent> select(String rest, Object... arguments) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM audit " + rest, arguments)
                .map((row, context) -> event(row))
                .list());
  }

  private static AuditEvent event(java.sql.ResultSet row) throws java.sql.SQLException {
    return new AuditEvent(
        row.getLong("number"),
        Instant.parse(row.getString("at")),
        new Actor(row.getString("account"), row.getString("role"), row.getString("purpose")),
        row.getString("action"),
        row.getString("client"),
        row.getString("object"),
        row.getString("detail"));
  }

  /** Length-prefixed, so that no two events read the same. */
  private static String hash(Mac mac, long number, String before, AuditEvent event) {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(Long.toString(number));
    fields.add(before);
    fields.add(event.at().toString());
    fields.add(event.by().account());
    fields.add(event.by().role());
    fields.add(event.by().purpose());
    fields.add(event.action());
    fields.add(event.client());
    fields.add(event.object());
    fields.add(event.detail());
    for (String field : fields) {
      byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).flip());
      mac.update(bytes);
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private Mac mac() {
    return mac(key);
  }

  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new StoreException.Unavailable("this machine lacks HMAC-SHA-256", e);
    }
  }
}
