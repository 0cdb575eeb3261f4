package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.desk.Practice.ME;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.quote.DamagedIndexException;
import org.throughline.quote.QuoteIndex;
import org.throughline.record.DiskScan;
import org.throughline.record.ErasureCertificate;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/** Store and quote index together: what lies on the disk, and what is left after an erasure. */
class VaultIT {

  private static final int CANARIES = 200;

  @TempDir Path folder;
  private final List<String> canaries = new ArrayList<>();

  @Test
  void wordsAreNeverOnDiskInClearAndNeverThereAfterAnErasure() throws Exception {
    Path data = folder.resolve("data");
    String erased;
    try (Desk desk = Practice.open(data)) {
      erased = enter(desk, "Maple");
      enter(desk, "Birch");
      while (canaries.size() < CANARIES) {
        desk.receive(ME, erased, transcript(), null);
        desk.addCheckIn(ME, erased, LocalDate.of(2026, 2, 3), "one_word", canary(), null);
      }
      desk.settle();
      assertThat(search(desk, canaries.get(3))).isEqualTo(1);
      assertThat(DiskScan.found(folder, canaries)).as("while it runs").isEmpty();

      ErasureCertificate certificate = desk.custody().erase(ME, erased);
      assertThat(certificate.keys()).hasSize(3);
      desk.settle();
      assertThat(search(desk, canaries.get(3))).isZero();
      assertThat(desk.clients(ME)).hasSize(1);
    }
    List<String> found = DiskScan.found(folder, canaries);
    System.out.printf(
        "canaries through the desk: %d in, %d found on disk before and after erasing%n",
        canaries.size(), found.size());
    assertThat(found).isEmpty();
    try (Desk desk = Practice.open(data)) {
      assertThat(desk.clients(ME)).hasSize(1);
      assertThat(search(desk, canaries.get(3))).isZero();
    }
  }

  @Test
  void aDamagedIndexIsBuiltAnewFromTheStore() throws Exception {
    Path data = folder.resolve("data");
    try (Desk desk = Practice.open(data)) {
      desk.receive(ME, enter(desk, "Maple"), transcript(), null);
      desk.settle();
    }
    String word = canaries.getFirst();
    try (var files = Files.list(data.resolve("index"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          bytes[bytes.length / 2] ^= 1;
          Files.write(file, bytes);
        }
      }
    }
    try (Desk desk = Practice.open(data)) {
      desk.settle();
      assertThat(search(desk, word)).isEqualTo(1);
    }
  }

  @Test
  void afterAnErasureACopyOfTheOldIndexFilesOpensUnderNoKeyThatIsLeft() throws Exception {
    Path data = folder.resolve("data");
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (Desk desk = Practice.open(data)) {
      String kept = enter(desk, "Heron");
      String erased = enter(desk, "Maple");
      desk.receive(ME, kept, transcript(), null);
      desk.receive(ME, erased, transcript(), null);
      desk.settle();
      desk.reindex();
      desk.settle();
      copy(data.resolve("index"), copy);

      desk.custody().erase(ME, erased);

      desk.settle();
      assertThat(search(desk, canaries.get(1))).as("the other's, at once").isEqualTo(1);
      assertThat(search(desk, canaries.get(4))).isZero();
      desk.receive(ME, kept, transcript(), null);
      desk.settle();
      assertThat(search(desk, canaries.get(7))).as("written after").isEqualTo(1);
    }
    byte[] present;
    try (Store store = Store.open(data)) {
      present = store.vault().indexKey();
    }
    try (QuoteIndex index = QuoteIndex.open(data.resolve("index"), present)) {
      assertThat(index.sequence()).as("kept, not built anew").isPositive();
    }
    assertThatThrownBy(() -> QuoteIndex.open(copy, present).close())
        .isInstanceOf(DamagedIndexException.class);
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private String canary() {
    canaries.add("kestrel%04dheron".formatted(canaries.size()));
    return canaries.getLast();
  }

  private TranscriptFile transcript() {
    String text =
        "T: How was it?\nC: I was scared of the %s again.\nT: And?\nC: I chose %s.\n"
            .formatted(canary(), canary());
    return new TranscriptFile(
        new Upload(canary() + ".txt", text.getBytes(StandardCharsets.UTF_8)),
        LocalDate.of(2026, 2, 2),
        null,
        Map.of("T", Role.THERAPIST, "C", Role.CLIENT),
        true,
        null);
  }

  private static String enter(Desk desk, String pseudonym) {
    String id = desk.addClient(ME, pseudonym, List.of(), null).id();
    desk.recordConsent(
        ME, id, Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.now().minusSeconds(1)));
    return id;
  }

  private static int search(Desk desk, String word) {
    return desk.quoting()
        .search(desk.quoting().atTheMachine(ME), new Question(word, null, null, 0, 10))
        .items()
        .size();
  }
}
