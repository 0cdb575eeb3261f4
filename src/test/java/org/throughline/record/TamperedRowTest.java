package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone with the database file changes rows: the row shows it, and the others still open. */
class TamperedRowTest {

  @TempDir Path folder;
  private StoreSettings settings;
  private SessionRecord first;
  private SessionRecord second;

  @BeforeEach
  void fill() {
    settings = StoreSettings.in(folder.resolve("data"));
    try (Store store = Store.open(settings)) {
      Client client = Samples.consenting(store);
      first =
          store
              .entries()
              .addSession(CLINICIAN, client.id(), Samples.session("the first one", "yes"), null);
      second =
          store
              .entries()
              .addSession(CLINICIAN, client.id(), Samples.session("the second one"), null);
    }
  }

  @Test
  void aFlippedBitInATurnShowsAndTheNextSessionOpens() throws Exception {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      byte[] whole = sealed(first.id(), 1);
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      put(first.id(), 1, flipped);
      assertDamaged();
      put(first.id(), 1, whole);
    }
    try (Store store = Store.open(settings)) {
      assertThat(store.entries().content(CLINICIAN, first.id()).codings()).hasSize(2);
    }
  }

  @Test
  void twoTurnsChangedPlacesShow() throws Exception {
    byte[] one = sealed(first.id(), 1);
    byte[] other = sealed(first.id(), 3);
    put(first.id(), 1, other);
    put(first.id(), 3, one);
    assertDamaged();
  }

  @Test
  void aTurnFromAnotherSessionShows() throws Exception {
    put(first.id(), 1, sealed(second.id(), 1));
    assertDamaged();
  }

  @Test
  void aForgedConsentDoesNotOpenTheDoor() throws Exception {
    Client client;
    try (Store store = Store.open(settings)) {
      client = store.clients().add(CLINICIAN, "Rook", java.util.List.of(), null);
    }
    run(
        "INSERT INTO consents SELECT '"
            + client.id()
            + "', scope, version, recorded_at, recorded_by, sealed FROM consents");
    try (Store store = Store.open(settings)) {
      assertThatThrownBy(
              () ->
                  store
                      .entries()
                      .addSession(CLINICIAN, client.id(), Samples.session("hello"), null))
          .isInstanceOf(StoreException.Damaged.class);
    }
  }

  private void assertDamaged() {
    try (Store store = Store.open(settings)) {
      assertThatThrownBy(() -> store.entries().content(CLINICIAN, first.id()))
          .isInstanceOf(StoreException.Damaged.class)
          .hasMessageNotContaining("one");
      assertThat(store.entries().content(CLINICIAN, second.id()).codings()).hasSize(1);
    }
  }

  private byte[] sealed(String entry, int number) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
        PreparedStatement sql =
            db.prepareStatement("SELECT sealed FROM turns WHERE entry = ? AND number = ?")) {
      sql.setString(1, entry);
      sql.setInt(2, number);
      try (ResultSet row = sql.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getBytes(1);
      }
    }
  }

  private void put(String entry, int number, byte[] sealed) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
        PreparedStatement sql =
            db.prepareStatement("UPDATE turns SET sealed = ? WHERE entry = ? AND number = ?")) {
      sql.setBytes(1, sealed);
      sql.setString(2, entry);
      sql.setInt(3, number);
      assertThat(sql.executeUpdate()).isEqualTo(1);
    }
  }

  private void run(String statement) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
        Statement sql = db.createStatement()) {
      sql.execute(statement);
    }
  }
}
