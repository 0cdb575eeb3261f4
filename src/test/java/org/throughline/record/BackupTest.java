package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.transcript.Sha256;

/** The drill: a copy taken from a running store is restored elsewhere and compared. */
class BackupTest {

  @TempDir Path folder;

  private StoreSettings settings() {
    return on(StoreSettings.in(folder.resolve("data")));
  }

  /** The same tests run on PostgreSQL. */
  StoreSettings on(StoreSettings settings) {
    return settings;
  }

  private StoreSettings elsewhere(String name) {
    return on(StoreSettings.in(folder.resolve(name)))
        .withRootKey(RootKey.file(settings().guard().resolve("root.key")));
  }

  @Test
  void aRestoredStoreAnswersAsTheOneThatWasCopied() {
    Path manifest;
    Client client;
    List<EntryContent> before;
    try (Store store = Store.open(settings())) {
      client = Samples.consenting(store);
      for (int i = 0; i < 3; i++) {
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("told " + i), null);
      }
      store
          .entries()
          .addCheckIn(CLINICIAN, client.id(), Samples.checkIn("one_word", "lighter"), null);
      before = store.entries().contents(CLINICIAN, client.id());
      store
          .codings()
          .decide(
              CLINICIAN, before.get(0).codings().get(0).id(), new Decision.Confirm(), "yes, that");
      store
          .notes()
          .add(CLINICIAN, client.id(), Note.Kind.MEASURE, (stamp, earlier) -> "a score", null);
      store.printed().add(CLINICIAN, "", (id, earlier) -> "a table");
      before = store.entries().contents(CLINICIAN, client.id());
      manifest = store.backups().write(CLINICIAN, folder.resolve("backups"));
      store.entries().addSession(CLINICIAN, client.id(), Samples.session("after"), null);
    }

    compare(manifest, elsewhere("restored"), client, before);
  }

  static void compare(
      Path manifest, StoreSettings restoredTo, Client client, List<EntryContent> before) {
    Backups.Manifest restored = Backups.restore(manifest, restoredTo);
    try (Store store = Store.open(restoredTo)) {
      assertThat(store.entries().contents(CLINICIAN, client.id())).isEqualTo(before);
      assertThat(store.clients().find(CLINICIAN, client.id())).isEqualTo(client);
      assertThat(restored.rows()).containsEntry("entries", 4L).containsEntry("decisions", 1L);
      assertThat(store.notes().of(CLINICIAN, client.id(), Note.Kind.MEASURE))
          .extracting(Note::json)
          .containsExactly("a score");
      assertThat(store.printed().all(CLINICIAN))
          .extracting(PrintedTables.Table::json)
          .containsExactly("a table");
      assertThat(store.audit().verify()).isInstanceOf(AuditLog.Whole.class);
      store.entries().addSession(CLINICIAN, client.id(), Samples.session("goes on"), null);
      assertThat(store.entries().sessions(CLINICIAN, client.id())).hasSize(4);
    }
  }

  @Test
  void nothingOfItIsReadableWithoutTheRootKey() {
    Path manifest;
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      store
          .entries()
          .addSession(CLINICIAN, client.id(), Samples.session("a lantern under the sea"), null);
      manifest = store.backups().write(CLINICIAN, folder.resolve("backups"));
    }
    assertThat(DiskScan.found(folder, List.of("lantern under", "Wren", "wren-thornbury")))
        .isEmpty();
    StoreSettings wrong =
        on(StoreSettings.in(folder.resolve("wrong")))
            .withRootKey(RootKey.passphrase("another key altogether"));
    assertThatThrownBy(() -> Backups.restore(manifest, wrong))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("root key does not open");
    assertThat(Files.exists(wrong.keys())).as("nothing half restored").isFalse();
  }

  @Test
  void anAlteredBackupIsRefused() throws IOException {
    Path manifest;
    try (Store store = Store.open(settings())) {
      Samples.consenting(store);
      manifest = store.backups().write(CLINICIAN, folder.resolve("backups"));
    }
    Path data = Path.of(manifest.toString().replace(".json", ".data"));
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length / 2] ^= 1;
    Files.write(data, bytes);
    assertThatThrownBy(() -> Backups.restore(manifest, elsewhere("restored")))
        .isInstanceOf(StoreException.Damaged.class);
  }

  @Test
  void theCodebookTextsThatEverCodedAreRestoredUnderTheirHashes() throws IOException {
    Path manifest = withCodebooks();
    StoreSettings restored = elsewhere("restored");
    Backups.restore(manifest, restored);

    assertThat(restored.codebooks().resolve("emotion/" + Sha256.hex(FIRST) + ".yaml"))
        .hasContent(FIRST);
    assertThat(restored.codebooks().resolve("self-talk/" + Sha256.hex(SECOND) + ".yaml"))
        .hasContent(SECOND);
    try (Stream<Path> files = Files.walk(restored.codebooks())) {
      assertThat(files.filter(Files::isRegularFile))
          .as("no text half saved, none that is not what its name says")
          .hasSize(2);
    }
    assertThat(DiskScan.found(folder.resolve("backups"), List.of("clamber", "yonder"))).isEmpty();
  }

  @Test
  void alteredOrMissingCodebookTextsAreRefusedAndNothingIsLeft() throws IOException {
    Path manifest = withCodebooks();
    Path texts = Path.of(manifest.toString().replace(".json", ".codebooks"));
    byte[] whole = Files.readAllBytes(texts);
    byte[] bytes = whole.clone();
    bytes[bytes.length / 2] ^= 1;
    Files.write(texts, bytes);
    StoreSettings restored = elsewhere("restored");
    assertThatThrownBy(() -> Backups.restore(manifest, restored))
        .isInstanceOf(StoreException.Damaged.class);

    Files.write(texts, whole);
    String signed = Files.readString(manifest);
    Files.writeString(manifest, signed.replaceFirst("\"codebooks\":\"[0-9a-f]+\",", ""));
    assertThatThrownBy(() -> Backups.restore(manifest, restored))
        .isInstanceOf(StoreException.Damaged.class)
        .hasMessageContaining("altered");
    assertThat(restored.keys()).doesNotExist();
    assertThat(restored.codebooks()).doesNotExist();

    Files.writeString(manifest, signed);
    Files.delete(texts);
    assertThatThrownBy(() -> Backups.restore(manifest, restored))
        .isInstanceOf(StoreException.class);
    assertThat(restored.keys()).doesNotExist();
  }

  private static final String FIRST = "codebook: emotion # clamber\n";
  private static final String SECOND = "codebook: self-talk # yonder\n";

  private Path withCodebooks() throws IOException {
    try (Store store = Store.open(settings())) {
      Path emotion = Files.createDirectories(settings().codebooks().resolve("emotion"));
      Path self = Files.createDirectories(settings().codebooks().resolve("self-talk"));
      Files.writeString(emotion.resolve(Sha256.hex(FIRST) + ".yaml"), FIRST);
      Files.writeString(emotion.resolve("saving12.new"), "half a te");
      Files.writeString(emotion.resolve("0".repeat(64) + ".yaml"), "another text");
      Files.writeString(self.resolve(Sha256.hex(SECOND) + ".yaml"), SECOND);
      return store.backups().write(CLINICIAN, folder.resolve("backups"));
    }
  }

  @Test
  void aStoreIsNeverRestoredOverAnother() {
    try (Store store = Store.open(settings())) {
      Path manifest = store.backups().write(CLINICIAN, folder.resolve("backups"));
      assertThatThrownBy(() -> Backups.restore(manifest, settings()))
          .isInstanceOf(StoreException.Conflict.class);
    }
  }
}
