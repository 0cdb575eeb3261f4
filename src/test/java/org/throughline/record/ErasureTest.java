package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

  private static final Actor OFFICER = new Actor("p1", "privacy_officer", "erasure");
  private static final String WORDS = "the heron at the weir knew everything";

  @TempDir Path folder;

  private StoreSettings settings() {
    return on(StoreSettings.in(folder.resolve("data")));
  }

  /** The same tests run on PostgreSQL. */
  StoreSettings on(StoreSettings settings) {
    return settings;
  }

  private static Client withSession(Store store) {
    Client client = Samples.consenting(store);
    store.entries().addSession(CLINICIAN, client.id(), Samples.session(WORDS), null);
    store.missed().add(CLINICIAN, client.id(), java.time.LocalDate.of(2026, 3, 9), WORDS, null);
    store.notes().add(CLINICIAN, client.id(), Note.Kind.MEASURE, (stamp, earlier) -> WORDS, null);
    store
        .casebooks()
        .open(CLINICIAN, client.id(), "1", content -> new Figures.Parts(WORDS, WORDS, WORDS));
    return client;
  }

  @Test
  void anErasedClientIsGoneAndTheOthersStay() {
    try (Store store = Store.open(settings())) {
      Client erased = withSession(store);
      Client other = withSession(store);
      store.audit().record(CLINICIAN, "export.client", erased.id(), "export-1", "to the court");

      ErasureCertificate certificate =
          store.erasure().erase(OFFICER, erased.id(), client -> new Erasure.Purged(true));

      assertThat(certificate.keys())
          .containsExactlyInAnyOrder(
              erased.id() + "/TEXT", erased.id() + "/IDENTITY", erased.id() + "/CODINGS");
      assertThat(certificate.rows())
          .containsEntry("missed", 1)
          .containsEntry("notes", 1)
          .containsEntry("figures", 1)
          .containsEntry("turns", 2)
          .containsEntry("codings", 1);
      assertThat(certificate.indexRewritten()).isTrue();
      assertThat(certificate.handedOut())
          .singleElement()
          .extracting("detail")
          .isEqualTo("to the court");
      assertThat(store.erasure().certificate(erased.id())).contains(certificate);
      assertThatThrownBy(() -> store.clients().find(CLINICIAN, erased.id()))
          .isInstanceOf(StoreException.NotFound.class);
      assertThatThrownBy(() -> store.erasure().erase(OFFICER, erased.id(), Erasure.Index.NONE))
          .isInstanceOf(StoreException.NotFound.class);
      assertThat(store.entries().contents(CLINICIAN, other.id())).hasSize(1);
      assertThat(store.audit().verify()).isInstanceOf(AuditLog.Whole.class);
    }
  }

  @Test
  void whatTheLedgerSaysIsCarriedOutBeforeTheStoreOpens() {
    Client client;
    try (Store store = Store.open(settings())) {
      client = withSession(store);
      new Ledger(settings().tombstones(), store.vault().system("audit"))
          .add(client.id(), java.time.Instant.now());
    }
    try (Store store = Store.open(settings())) {
      assertThat(store.clients().ids()).isEmpty();
      assertThat(store.erasure().certificate(client.id())).isPresent();
      assertThat(store.vault().holds(client.id(), Vault.Purpose.TEXT)).isFalse();
    }
  }

  @Test
  void aForgedLineInTheLedgerErasesNobody() throws IOException {
    Client client;
    try (Store store = Store.open(settings())) {
      client = withSession(store);
    }
    Files.writeString(
        settings().tombstones(),
        "2026-01-01T00:00:00Z " + client.id() + " " + "0".repeat(64) + "\n",
        StandardOpenOption.CREATE);
    assertThatThrownBy(() -> Store.open(settings())).isInstanceOf(StoreException.Damaged.class);
  }

  @Test
  void aBackupFromBeforeTheErasureDoesNotBringTheClientBack() {
    Path backups = folder.resolve("backups");
    Path manifest;
    Client erased;
    Client kept;
    try (Store store = Store.open(settings())) {
      erased = withSession(store);
      kept = withSession(store);
      manifest = store.backups().write(OFFICER, backups);
      store.erasure().erase(OFFICER, erased.id(), Erasure.Index.NONE);
      store.backups().write(OFFICER, backups);
    }
    StoreSettings elsewhere =
        on(StoreSettings.in(folder.resolve("restored")))
            .withRootKey(RootKey.file(settings().guard().resolve("root.key")));
    Backups.restore(manifest, elsewhere);
    try (Store store = Store.open(elsewhere)) {
      assertThat(store.clients().ids()).containsExactly(kept.id());
      assertThat(store.vault().holds(erased.id(), Vault.Purpose.TEXT)).isFalse();
    }
  }

  @Test
  void theKeyStoreOnDiskNoLongerHoldsTheKey() throws IOException {
    try (Store store = Store.open(settings())) {
      Client client = withSession(store);
      String before = Files.readString(settings().keys(), StandardCharsets.US_ASCII);
      assertThat(before).contains(client.id());
      store.erasure().erase(OFFICER, client.id(), Erasure.Index.NONE);
      assertThat(DiskScan.found(settings().data(), List.of(client.id() + "/TEXT\":"))).isEmpty();
    }
  }

  @Test
  void takingResearchConsentBackDestroysTheResearchKeyOnly() {
    try (Store store = Store.open(settings())) {
      Client client = withSession(store);
      String id = client.id();
      assertThat(store.vault().holds(id, Vault.Purpose.RESEARCH)).isFalse();
      var now = java.time.Instant.now();
      store.consents().record(CLINICIAN, id, Scope.RESEARCH, NewConsent.granted(now));
      assertThat(store.vault().holds(id, Vault.Purpose.RESEARCH)).isTrue();
      store.consents().record(CLINICIAN, id, Scope.RESEARCH, NewConsent.refused(now));
      assertThat(store.vault().holds(id, Vault.Purpose.RESEARCH)).isFalse();
      assertThat(store.entries().contents(CLINICIAN, id)).hasSize(1);
    }
  }
}
