package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int FIELDS = 8;
  private static final byte[] NOTHING = {};
  private static final int CHECKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

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

  /** Walks the whole log as of one moment, while others may write to it. */
  public Finding verify() {
    return database.snapshot(this::walk);
  }

  /** Anchors a new log before anybody writes to it. */
  void begin() {
    if (database.read(AuditLog::head).number() == 0) {
      anchor.begin();
    }
  }

  /** Appends within a transaction; the returned head goes to the anchor once that has committed. */
  Anchor.Head append(Handle handle, AuditEvent event) {
    Anchor.Head head = head(handle);
    long number = head.number() + 1;
    List<@Nullable String> fields = fields(event);
    String hash = hash(mac(), number, head.hash(), fields);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(number);
    row.addAll(fields);
    row.add(hash);
    handle.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row.toArray());
    handle.execute("UPDATE heads SET number = ?, hash = ? WHERE name = 'audit'", number, hash);
    return new Anchor.Head(number, hash);
  }

  /**
   * Each event's hash rests on the one before as it is stored, so all can be computed apart: one
   * thread reads, others compute, and the first event that does not fit is the one to name.
   */
  private Finding walk(Handle handle) {
    Anchor.Head anchored = anchor.read();
    Deque<Future<@Nullable Broken>> checks = new ArrayDeque<>();
    String before = "";
    long next = 1;
    try (ExecutorService threads = Executors.newFixedThreadPool(CHECKERS)) {
      while (true) {
        List<Row> page = page(handle, next);
        Check check = new Check(List.copyOf(page), next, before, anchored);
        checks.add(threads.submit(() -> check(check)));
        while (checks.size() > 2 * CHECKERS || (page.size() < PAGE && !checks.isEmpty())) {
          Broken broken = checks.remove().get();
          if (broken != null) {
            return broken;
          }
        }
        if (page.size() < PAGE) {
          long last = next + page.size() - 1;
          return end(handle, last, page.isEmpty() ? before : page.getLast().hash(), anchored);
        }
        before = page.getLast().hash();
        next += page.size();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("the check was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A page to check.
   *
   * @param first number that the first row must have
   * @param before hash of the event before it, as stored
   */
  private record Check(List<Row> rows, long first, String before, Anchor.Head anchored) {}

  private @Nullable Broken check(Check check) {
    Mac mac = mac();
    String before = check.before();
    long next = check.first();
    for (Row row : check.rows()) {
      if (row.number() != next) {
        return new Broken(next, "event is missing");
      }
      if (!hash(mac, next, before, row.fields()).equals(row.hash())) {
        return new Broken(next, "event was altered, moved or put in");
      }
      if (check.anchored().number() == next && !check.anchored().hash().equals(row.hash())) {
        return new Broken(next, "event differs from the anchor outside the database");
      }
      before = row.hash();
      next++;
    }
    return null;
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

  /** An event as it is stored, its fields in the order in which they are hashed. */
  private record Row(long number, List<@Nullable String> fields, String hash) {}

  private static List<Row> page(Handle handle, long from) {
    return handle
        .createQuery(
            "SELECT number, at, account, role, purpose, action, client, object, detail, hash"
                + " FROM audit WHERE number >= :from ORDER BY number LIMIT :page")
        .bind("from", from)
        .bind("page", PAGE)
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    @Nullable String[] fields = new @Nullable String[FIELDS];
    for (int field = 0; field < FIELDS; field++) {
      fields[field] = row.getString(field + 2);
    }
    return new Row(row.getLong(1), Arrays.asList(fields), row.getString(FIELDS + 2));
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

  /** In the order of the table's columns, which is the order in which they are hashed. */
  private static List<@Nullable String> fields(AuditEvent event) {
    return Arrays.asList(
        event.at().toString(),
        event.by().account(),
        event.by().role(),
        event.by().purpose(),
        event.action(),
        event.client(),
        event.object(),
        event.detail());
  }

  /** Length-prefixed, so that no two events read the same. */
  private static String hash(Mac mac, long number, String before, List<@Nullable String> fields) {
    update(mac, Long.toString(number));
    update(mac, before);
    for (String field : fields) {
      update(mac, field);
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static void update(Mac mac, @Nullable String field) {
    byte[] bytes = field == null ? NOTHING : field.getBytes(StandardCharsets.UTF_8);
    int length = field == null ? -1 : bytes.length;
    mac.update((byte) (length >> 24));
    mac.update((byte) (length >> 16));
    mac.update((byte) (length >> 8));
    mac.update((byte) length);
    mac.update(bytes);
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
