package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long erasing and checking the log take in a store of many words. */
class ScaleIT {

  private static final int WORDS = Integer.getInteger("throughline.words", 300_000);
  private static final int WORDS_PER_SESSION = 6_000;
  private static final int SESSIONS_PER_CLIENT = 40;
  private static final int EVENTS = Integer.getInteger("throughline.events", 20_000);

  @TempDir Path folder;

  @Test
  void erasingOneOfManyClients() {
    try (Store store = Store.open(StoreSettings.in(folder.resolve("data")))) {
      List<String> clients = new ArrayList<>();
      int words = 0;
      for (int session = 0; words < WORDS; session++) {
        if (session % SESSIONS_PER_CLIENT == 0) {
          clients.add(Samples.consenting(store).id());
        }
        NewSession given = session(session);
        words += WORDS_PER_SESSION;
        store.entries().addSession(CLINICIAN, clients.getLast(), given, null);
      }
      int before = store.clients().ids().size();

      Instant start = Instant.now();
      ErasureCertificate certificate =
          store.erasure().erase(CLINICIAN, clients.getFirst(), Erasure.Index.NONE);
      Duration erasing = Duration.between(start, Instant.now());

      assertThat(store.clients().ids()).hasSize(before - 1);
      assertThat(certificate.rows().get("turns")).isPositive();
      System.out.printf(
          "erasure at %,d words, %d clients: %d ms for %,d rows%n",
          words,
          before,
          erasing.toMillis(),
          certificate.rows().values().stream().mapToInt(Integer::intValue).sum());
      verify(store);
    }
  }

  private static void verify(Store store) {
    store
        .database()
        .write(
            CLINICIAN,
            work -> {
              for (int i = 0; i < EVENTS; i++) {
                work.audit("entry.read", "client" + i % 50, "entry" + i, "");
              }
              return true;
            });
    Instant start = Instant.now();
    AuditLog.Finding finding = store.audit().verify();
    long millis = Math.max(1, Duration.between(start, Instant.now()).toMillis());
    assertThat(finding).isInstanceOf(AuditLog.Whole.class);
    long events = ((AuditLog.Whole) finding).events();
    System.out.printf(
        "audit verify: %,d events in %d ms, %,d a second%n",
        events, millis, events * 1000 / millis);
  }

  private static NewSession session(int number) {
    String[] turns = new String[100];
    String words = "and then I said it again to her ".repeat(WORDS_PER_SESSION / 100 / 8);
    for (int i = 0; i < turns.length; i++) {
      turns[i] = words + number + " " + i;
    }
    return new NewSession(
        LocalDate.of(2026, 1, 1),
        null,
        "plain",
        number + ".txt",
        String.join("\n", turns).getBytes(StandardCharsets.UTF_8),
        "{}",
        Samples.coded(turns));
  }
}
