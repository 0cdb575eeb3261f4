package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Someone with the database file, but without the key, changes the log: altered, deleted, swapped,
 * put in, cut off at the end, wound back to an earlier copy.
 */
class AuditLogTest {

  private static final int EVENTS = 200;
  private static final int TAMPERINGS = Integer.getInteger("throughline.tamperings", 120);

  @TempDir Path folder;
  private StoreSettings settings;

  @BeforeEach
  void fill() throws Exception {
    settings = StoreSettings.in(folder.resolve("data"));
    try (Store store = Store.open(settings)) {
      for (int i = 0; i < EVENTS; i++) {
        if (i == EVENTS / 2) {
          copy(settings.database(), folder.resolve("earlier.db"));
        }
        store
            .audit()
            .record(
                new Actor("c" + i % 3, "clinician", "care"),
                i % 5 == 0 ? "export.client" : "entry.read",
                i % 7 == 0 ? null : "client" + i % 4,
                "object" + i,
                "");
      }
      assertThat(store.audit().verify()).isEqualTo(new AuditLog.Whole(EVENTS));
    }
    copy(settings.database(), folder.resolve("whole.db"));
  }

  @Test
  void everyTamperingShows() throws Exception {
    long seed = 42;
    Random random = new Random(seed);
    int detected = 0;
    int[] byKind = new int[Tampering.values().length];
    for (int i = 0; i < TAMPERINGS; i++) {
      copy(folder.resolve("whole.db"), settings.database());
      Tampering kind = Tampering.values()[i % Tampering.values().length];
      tamper(kind, random);
      try (Store store = Store.open(settings)) {
        if (store.audit().verify() instanceof AuditLog.Broken) {
          detected++;
          byKind[i % byKind.length]++;
        }
      }
    }
    System.out.printf(
        "audit log: %d of %d tamperings found, seed %d, by kind %s%n",
        detected, TAMPERINGS, seed, java.util.Arrays.toString(byKind));
    assertThat(detected).isEqualTo(TAMPERINGS);
  }

  @Test
  void anEarlierCopyOfTheWholeDatabaseShows() throws Exception {
    copy(folder.resolve("earlier.db"), settings.database());
    Files.deleteIfExists(Path.of(settings.database() + "-wal"));
    try (Store store = Store.open(settings)) {
      assertThat(store.audit().verify()).isInstanceOf(AuditLog.Broken.class);
    }
  }

  @Test
  void aMissingAnchorShows() throws Exception {
    Files.delete(settings.anchor());
    try (Store store = Store.open(settings)) {
      assertThat(store.audit().verify())
          .isEqualTo(new AuditLog.Broken(EVENTS, "the anchor outside the database is missing"));
    }
  }

  private enum Tampering {
    ALTER,
    DELETE,
    SWAP,
    PUT_IN,
    CUT_OFF,
    CUT_OFF_WITH_HEAD,
    RENUMBER
  }

  private void tamper(Tampering kind, Random random) throws Exception {
    int number = 2 + random.nextInt(EVENTS - 3);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
        Statement sql = db.createStatement()) {
      switch (kind) {
        case ALTER -> alter(sql, number, random);
        case DELETE -> sql.execute("DELETE FROM audit WHERE number = " + number);
        case SWAP -> {
          sql.execute("UPDATE audit SET number = -1 WHERE number = " + number);
          sql.execute("UPDATE audit SET number = " + number + " WHERE number = " + (number + 1));
          sql.execute("UPDATE audit SET number = " + (number + 1) + " WHERE number = -1");
        }
        case PUT_IN ->
            sql.execute(
                "INSERT INTO audit SELECT (SELECT MAX(number) + 1 FROM audit), at, account, role,"
                    + " purpose, action, client, object, detail, hash FROM audit WHERE number = "
                    + number);
        case CUT_OFF -> sql.execute("DELETE FROM audit WHERE number > " + number);
        case CUT_OFF_WITH_HEAD -> {
          sql.execute("DELETE FROM audit WHERE number > " + number);
          sql.execute(
              "UPDATE heads SET number = "
                  + number
                  + ", hash = (SELECT hash FROM audit WHERE number = "
                  + number
                  + ") WHERE name = 'audit'");
        }
        case RENUMBER -> {
          sql.execute("DELETE FROM audit WHERE number = " + number);
          for (int next = number + 1; next <= EVENTS; next++) {
            sql.execute("UPDATE audit SET number = " + (next - 1) + " WHERE number = " + next);
          }
          sql.execute("UPDATE heads SET number = " + (EVENTS - 1) + " WHERE name = 'audit'");
        }
      }
    }
  }

  private static void alter(Statement sql, int number, Random random) throws Exception {
    String[] columns = {"at", "account", "role", "purpose", "action", "client", "object", "detail"};
    String column = columns[random.nextInt(columns.length)];
    String value =
        column.equals("at") ? "2020-01-01T00:00:00Z" : "forged" + random.nextInt(1_000_000);
    sql.execute("UPDATE audit SET " + column + " = '" + value + "' WHERE number = " + number);
  }

  private static void copy(Path from, Path to) throws Exception {
    if (from.toString().endsWith("record.db")) {
      try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + from);
          Statement sql = db.createStatement()) {
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
