package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Revision;

/**
 * A thousand made-up words go in at every place that takes words; none may lie on disk in clear.
 */
class CanaryTest {

  @TempDir Path folder;
  private final List<String> canaries = new ArrayList<>();

  private String canary() {
    String word = "Zqcanary%04dxKestrel".formatted(canaries.size());
    canaries.add(word);
    return word;
  }

  @Test
  void noneOfAThousandCanariesIsOnDisk() {
    StoreSettings settings = StoreSettings.in(folder.resolve("data"));
    try (Store store = Store.open(settings)) {
      while (canaries.size() < 1_000) {
        fill(store);
      }
      store.backups().write(CLINICIAN, folder.resolve("backups"));
      assertThat(DiskScan.found(folder, canaries)).as("while it runs").isEmpty();
    }
    List<String> found = DiskScan.found(folder, canaries);
    System.out.printf("canaries: %d in, %d found on disk%n", canaries.size(), found.size());
    assertThat(found).isEmpty();
  }

  private void fill(Store store) {
    Client client = store.clients().add(CLINICIAN, canary(), List.of(canary()), null);
    String id = client.id();
    store.consents().record(CLINICIAN, id, Scope.TREATMENT_ANALYSIS, consent());
    SessionRecord session = store.entries().addSession(CLINICIAN, id, session(), null);
    StoredCoding coding = store.entries().content(CLINICIAN, session.id()).codings().get(0);
    store.codings().decide(CLINICIAN, coding.id(), new Decision.Reject(), canary());
    store.codings().add(CLINICIAN, session.id(), byHand(coding));
    correct(store, session);
    store.entries().addCheckIn(CLINICIAN, id, Samples.checkIn("one_word", canary()), null);
    store.missed().add(CLINICIAN, id, LocalDate.of(2026, 3, 9), canary(), null);
    for (Note.Kind kind : Note.Kind.values()) {
      store.notes().add(CLINICIAN, id, kind, (stamp, earlier) -> canary(), null);
    }
    store.casebooks().open(CLINICIAN, id, "1", content -> parts());
  }

  private void correct(Store store, SessionRecord session) {
    Transcript stored = store.entries().stored(CLINICIAN, session.id());
    Revision added = new Revision.Corrected(new Correction(0, new Span(0, 0), canary() + " "));
    Transcript now = History.of(stored, List.of(added)).current();
    var coded = new CodedTranscript(now, List.of(), List.of());
    store.entries().revise(CLINICIAN, session.id(), 0, added, coded);
  }

  private Figures.Parts parts() {
    return new Figures.Parts(canary(), canary(), canary());
  }

  private NewConsent consent() {
    return new NewConsent(
        NewConsent.Answer.GRANTED,
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        null,
        "en",
        NewConsent.Grantor.CLIENT,
        canary(),
        canary(),
        canary(),
        Set.of());
  }

  private NewSession session() {
    String text = canary();
    Turn turn = new Turn(0, canary(), Role.CLIENT, text, null, null);
    Span whole = new Span(0, text.length());
    Coding coding =
        new Coding(
            "emotion.fear",
            0,
            whole,
            text,
            Attributes.PLAIN,
            new Evidence("emotion.fear/x", List.of(whole), canary()),
            1,
            Samples.MACHINE);
    return new NewSession(
        LocalDate.of(2026, 2, 2),
        null,
        "plain",
        canary(),
        canary().getBytes(StandardCharsets.UTF_8),
        "{\"note\":\"" + canary() + "\"}",
        new CodedTranscript(new Transcript(List.of(turn)), List.of(), List.of(coding)));
  }

  private Coding byHand(StoredCoding of) {
    Coding coding = of.coding();
    return new Coding(
        "self.critical",
        0,
        coding.span(),
        coding.quote(),
        coding.attributes(),
        new Evidence("by hand", List.of(), canary()),
        1,
        new Rater.Human("c1"));
  }
}
