package org.throughline.record;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Transactions on SQLite or PostgreSQL. One writer at a time on both, so that numbers rise without
 * races and the audit chain has one end; readers never wait for it.
 */
final class Database implements AutoCloseable {

  private final Jdbi writer;
  private final Jdbi readers;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Vault vault;
  private final Clock clock;
  private final boolean postgres;
  private final Reserve reserve;
  private @Nullable AuditLog audit;
  private @Nullable Anchor anchor;

  private Database(
      HikariDataSource writing,
      HikariDataSource reading,
      Vault vault,
      Clock clock,
      boolean postgres,
      Reserve reserve) {
    this.writing = writing;
    this.reading = reading;
    this.writer = Jdbi.create(writing);
    this.readers = Jdbi.create(reading);
    this.vault = vault;
    this.clock = clock;
    this.postgres = postgres;
    this.reserve = reserve;
  }

  static Database open(StoreSettings settings, Vault vault, Clock clock) {
    try {
      String address = settings.postgres();
      Reserve reserve = new Reserve(settings.data(), settings.space());
      if (address != null) {
        return new Database(
            pool(postgres(address), 1), pool(postgres(address), 6), vault, clock, true, reserve);
      }
      reserve.fill();
      return new Database(
          pool(sqlite(settings, SQLiteConfig.TransactionMode.IMMEDIATE), 1),
          pool(sqlite(settings, SQLiteConfig.TransactionMode.DEFERRED), 6),
          vault,
          clock,
          false,
          reserve);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  void auditInto(AuditLog log, Anchor head) {
    this.audit = log;
    this.anchor = head;
  }

  boolean isPostgres() {
    return postgres;
  }

  /** Reads on a connection of its own. */
  <T> T read(Function<Handle, T> reading) {
    vault.refresh();
    try {
      return readers.inTransaction(reading::apply);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  /**
   * Does the work, appends its audit events and commits all of it, or nothing. When this returns,
   * the disk has it.
   *
   * @throws IllegalStateException if the work left no audit event
   */
  <T> T write(Actor by, Function<Work, T> working) {
    vault.refresh();
    AuditLog log = java.util.Objects.requireNonNull(audit);
    Anchor.Head[] head = new Anchor.Head[1];
    T result;
    try {
      result =
          writer.inTransaction(
              handle -> {
                handle.execute("UPDATE heads SET number = number + 1 WHERE name = 'writer'");
                Work work = new Work(handle, by, clock.instant());
                T done = working.apply(work);
                if (work.events().isEmpty()) {
                  throw new IllegalStateException("a change without an audit event");
                }
                for (AuditEvent event : work.events()) {
                  head[0] = log.append(handle, event);
                }
                return done;
              });
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
    java.util.Objects.requireNonNull(anchor).keep(head[0]);
    return result;
  }

  /** A read that is in the audit log before its result is handed out. */
  <T> T readLogged(
      Actor by,
      String action,
      @Nullable String client,
      @Nullable String object,
      Function<Handle, T> reading) {
    T result = read(reading);
    Function<Work, Boolean> event =
        work -> {
          work.audit(action, client, object, "");
          return true;
        };
    try {
      write(by, event);
    } catch (StoreException.OutOfSpace full) {
      reserve.release();
      fold();
      write(by, event);
    }
    return result;
  }

  /**
   * Moves what stands in SQLite's write-ahead log to its pages, which gives the log's room back: on
   * a full disk that is room for many more events. Changes nothing where it cannot.
   */
  private void fold() {
    if (!postgres) {
      try {
        compact();
      } catch (StoreException.OutOfSpace full) {
        // Then the event, too, will find no room, and its caller gets to know.
        return;
      }
    }
  }

  /**
   * Refuses an upload that the disk may not hold.
   *
   * @throws StoreException.OutOfSpace if so
   */
  void requireRoom(long bytes) {
    if (!postgres) {
      reserve.requireRoom(bytes);
    }
  }

  /** Bytes of original files that one account may hand in. */
  long quota() {
    return reserve.quota();
  }

  /** Runs statements outside of any audit: the schema, and replaying erasures before opening. */
  void maintain(java.util.function.Consumer<Handle> maintaining) {
    try {
      writer.useTransaction(maintaining::accept);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  /** Reads everything as of one moment, while others write. */
  <T> T snapshot(Function<Handle, T> reading) {
    vault.refresh();
    try {
      return readers.inTransaction(TransactionIsolationLevel.SERIALIZABLE, reading::apply);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  /** Leaves no deleted row behind in log or free pages, as far as the database can do that. */
  void compact() {
    try {
      writer.useHandle(
          handle -> {
            if (postgres) {
              handle.execute("VACUUM");
            } else {
              handle.select("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
            }
          });
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }

  private static HikariConfig sqlite(StoreSettings settings, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.enforceForeignKeys(true);
    config.setBusyTimeout(30_000);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + settings.database());
    HikariConfig pooled = new HikariConfig();
    pooled.setDataSource(source);
    return pooled;
  }

  private static HikariDataSource pool(HikariConfig config, int size) {
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(30_000);
    return new HikariDataSource(config);
  }

  private static HikariConfig postgres(String address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address);
    return config;
  }
}
