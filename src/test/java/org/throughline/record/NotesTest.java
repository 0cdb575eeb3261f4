package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

  @TempDir Path folder;

  private StoreSettings settings() {
    return on(StoreSettings.in(folder.resolve("data")));
  }

  /** The same tests run on PostgreSQL. */
  StoreSettings on(StoreSettings settings) {
    return settings;
  }

  private static Note note(Store store, Client client, Note.Kind kind, String json) {
    return store.notes().add(CLINICIAN, client.id(), kind, (stamp, earlier) -> json, null);
  }

  @Test
  void notesComeBackInTheirOrderAndByTheirKind() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      Client other = Samples.consenting(store);
      Note first = note(store, client, Note.Kind.MEASURE, "{\"word\":\"stuck\"}");
      note(store, client, Note.Kind.CLAIM, "{}");
      note(store, other, Note.Kind.MEASURE, "{}");
      Note second = note(store, client, Note.Kind.MEASURE, "{\"word\":\"lighter\"}");

      assertThat(store.notes().of(CLINICIAN, client.id(), Note.Kind.MEASURE))
          .containsExactly(first, second);
      assertThat(first.account()).isEqualTo("c1");
      assertThat(second.number()).isGreaterThan(first.number());
      assertThat(second)
          .hasToString("Note[MEASURE " + second.id() + ", client=" + client.id() + "]");
    }
  }

  @Test
  void aNoteThatItsEarlierOnesDoNotAllowIsNotKept() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      note(store, client, Note.Kind.CLAIM, "{}");
      assertThatThrownBy(
              () ->
                  store
                      .notes()
                      .add(
                          CLINICIAN,
                          client.id(),
                          Note.Kind.CLAIM,
                          (stamp, earlier) -> {
                            throw new IllegalArgumentException("there were " + earlier.size());
                          },
                          null))
          .hasMessage("there were 1");
      assertThat(store.notes().of(CLINICIAN, client.id(), Note.Kind.CLAIM)).hasSize(1);
    }
  }

  @Test
  void theSameRequestTwiceIsOneNote() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      var key = new IdempotencyKey("c1", "k", "hash");
      Notes.Writing writing = (stamp, earlier) -> "{\"id\":\"" + stamp.id() + "\"}";
      Note once = store.notes().add(CLINICIAN, client.id(), Note.Kind.MEASURE, writing, key);
      Note twice = store.notes().add(CLINICIAN, client.id(), Note.Kind.MEASURE, writing, key);
      assertThat(twice).isEqualTo(once);
      assertThat(once.json()).contains(once.id());
      assertThatThrownBy(
              () -> store.notes().add(CLINICIAN, client.id(), Note.Kind.CLAIM, writing, key))
          .isInstanceOf(StoreException.Conflict.class);
    }
  }

  @Test
  void nothingIsWrittenDownWithoutConsent() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      store
          .consents()
          .record(
              CLINICIAN,
              client.id(),
              Scope.TREATMENT_ANALYSIS,
              NewConsent.refused(Instant.parse("2026-01-02T00:00:00Z")));
      assertThatThrownBy(() -> note(store, client, Note.Kind.MEASURE, "{}"))
          .isInstanceOf(StoreException.ConsentMissing.class);
      assertThatThrownBy(
              () ->
                  store
                      .notes()
                      .add(CLINICIAN, "nobody", Note.Kind.MEASURE, (stamp, all) -> "{}", null))
          .isInstanceOf(StoreException.NotFound.class);
    }
  }

  @Test
  void printedTablesKnowTheOnesBefore() {
    try (Store store = Store.open(settings())) {
      PrintedTables.Table first =
          store
              .printed()
              .add(CLINICIAN, "agency.share", (id, earlier) -> "before: " + earlier.size());
      PrintedTables.Table second =
          store
              .printed()
              .add(CLINICIAN, "agency.share", (id, earlier) -> "before: " + earlier.size());
      assertThat(store.printed().all(CLINICIAN)).containsExactly(first, second);
      assertThat(second.json()).isEqualTo("before: 1");
    }
  }

  @Test
  void aMissedSessionIsTakenBackAndTheDayIsFreeAgain() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      LocalDate day = LocalDate.of(2026, 3, 9);
      MissedSession missed = store.missed().add(CLINICIAN, client.id(), day, "flu", null);
      Client other = Samples.consenting(store);
      assertThatThrownBy(() -> store.missed().retract(CLINICIAN, other.id(), missed.id()))
          .isInstanceOf(StoreException.NotFound.class);

      store.missed().retract(CLINICIAN, client.id(), missed.id());

      assertThat(store.missed().of(CLINICIAN, client.id())).isEmpty();
      MissedSession again = store.missed().add(CLINICIAN, client.id(), day, "", null);
      assertThat(store.missed().of(CLINICIAN, client.id())).isEqualTo(List.of(again));
    }
  }
}
