package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are printed in logs by mistake: none of them says what a client said or is called. */
class RedactionTest {

  private static final List<String> WORDS =
      List.of("kingfisher", "Wren", "thornbury", "Rowan", "dread", "because", "witness");

  @TempDir Path folder;

  @Test
  void noRecordPrintsWords() {
    List<Object> printed = new ArrayList<>();
    try (Store store = Store.open(StoreSettings.in(folder.resolve("data")))) {
      Client client = Samples.consenting(store);
      NewSession given = Samples.session("kingfisher on the wire");
      SessionRecord session = store.entries().addSession(CLINICIAN, client.id(), given, null);
      NewCheckIn checkIn = Samples.checkIn("one_word", "kingfisher");
      printed.add(client);
      printed.addAll(client.problems());
      printed.add(given);
      printed.add(session);
      printed.add(checkIn);
      printed.add(store.entries().addCheckIn(CLINICIAN, client.id(), checkIn, null));
      var missedOn = java.time.LocalDate.of(2026, 3, 9);
      printed.add(store.missed().add(CLINICIAN, client.id(), missedOn, "kingfisher", null));
      StoredCoding coding = store.entries().content(CLINICIAN, session.id()).codings().get(0);
      printed.add(store.codings().decide(CLINICIAN, coding.id(), new Decision.Reject(), "because"));
      printed.add(coding);
      printed.addAll(store.entries().contents(CLINICIAN, client.id()));
      printed.add(store.consents().record(CLINICIAN, client.id(), Scope.SUPERVISION, witnessed()));
    }
    assertThat(printed)
        .allSatisfy(
            record ->
                assertThat(record.toString())
                    .doesNotContainIgnoringCase(WORDS.toArray(new String[0])));
  }

  private static NewConsent witnessed() {
    return new NewConsent(
        NewConsent.Answer.GRANTED,
        Instant.EPOCH,
        null,
        null,
        "en",
        NewConsent.Grantor.CLIENT,
        "a witness",
        "because",
        "paper",
        Set.of());
  }
}
