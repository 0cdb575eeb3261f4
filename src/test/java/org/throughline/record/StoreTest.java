package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Revision;

class StoreTest {

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(settings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoreSettings settings() {
    return on(StoreSettings.in(folder.resolve("data")));
  }

  /** The same tests run on PostgreSQL. */
  StoreSettings on(StoreSettings settings) {
    return settings;
  }

  private void restart() {
    store.close();
    open();
  }

  @Test
  void aSessionComesBackAfterARestartExactlyAsItWentIn() {
    Client client = Samples.consenting(store);
    NewSession given = Samples.session("scared again", "the lift stopped and I thought: no");

    SessionRecord kept = store.entries().addSession(CLINICIAN, client.id(), given, null);
    restart();

    EntryContent content = store.entries().content(CLINICIAN, kept.id());
    assertThat(content.entry()).isEqualTo(kept);
    assertThat(content.transcript()).isEqualTo(given.coded().transcript());
    assertThat(content.coded()).isEqualTo(given.coded());
    assertThat(store.entries().original(CLINICIAN, kept.id())).isEqualTo(given.original());
    assertThat(kept.number()).isEqualTo(1);
    assertThat(kept.clientWords()).isEqualTo(9);
    assertThat(store.clients().find(CLINICIAN, client.id())).isEqualTo(client);
    assertThat(store.clients().speakers(client.id()))
        .isEqualTo(Map.of("Dr. Rowan", Role.THERAPIST, "Wren", Role.CLIENT));
  }

  @Test
  void withoutConsentNothingOfATranscriptIsKept() {
    Client client = store.clients().add(CLINICIAN, "Wren", List.of(), null);
    long before = store.outbox().head();

    assertThatThrownBy(
            () ->
                store.entries().addSession(CLINICIAN, client.id(), Samples.session("hello"), null))
        .isInstanceOf(StoreException.ConsentMissing.class)
        .hasMessage("the client has not consented to treatment_analysis");

    assertThat(store.entries().sessions(CLINICIAN, client.id())).isEmpty();
    assertThat(store.clients().speakers(client.id())).isEmpty();
    assertThat(store.outbox().head()).isEqualTo(before);
  }

  @Test
  void withdrawnConsentRefusesTheNextUploadAndKeepsTheEarlierOnes() {
    Client client = Samples.consenting(store);
    store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), null);
    store
        .consents()
        .record(
            CLINICIAN,
            client.id(),
            Scope.TREATMENT_ANALYSIS,
            NewConsent.refused(java.time.Instant.now()));

    assertThatThrownBy(
            () -> store.entries().addSession(CLINICIAN, client.id(), Samples.session("two"), null))
        .isInstanceOf(StoreException.ConsentMissing.class);
    assertThatThrownBy(
            () ->
                store
                    .entries()
                    .addCheckIn(CLINICIAN, client.id(), Samples.checkIn("one_word", "ok"), null))
        .isInstanceOf(StoreException.ConsentMissing.class);
    assertThat(store.entries().sessions(CLINICIAN, client.id())).hasSize(1);
  }

  @Test
  void theSameFileOrNumberTwiceIsAConflict() {
    Client client = Samples.consenting(store);
    store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), null);

    assertThatThrownBy(
            () -> store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), null))
        .isInstanceOf(StoreException.Conflict.class)
        .hasMessageContaining("already stored as session 1");
  }

  @Test
  void theSameRequestTwiceIsDoneOnce() {
    Client client = Samples.consenting(store);
    var key = new IdempotencyKey("c1", "upload-7", "a".repeat(64));
    SessionRecord first =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), key);
    SessionRecord again =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), key);

    assertThat(again).isEqualTo(first);
    assertThat(store.entries().sessions(CLINICIAN, client.id())).hasSize(1);
    var other = new IdempotencyKey("c1", "upload-7", "b".repeat(64));
    assertThatThrownBy(
            () -> store.entries().addSession(CLINICIAN, client.id(), Samples.session("two"), other))
        .isInstanceOf(StoreException.Conflict.class);
  }

  @Test
  void checkInsAreASeriesOfTheirOwn() {
    Client client = Samples.consenting(store);
    CheckInRecord kept =
        store
            .entries()
            .addCheckIn(CLINICIAN, client.id(), Samples.checkIn("one_word", "hopeful"), null);

    assertThat(store.entries().sessions(CLINICIAN, client.id())).isEmpty();
    assertThat(store.entries().checkIns(CLINICIAN, client.id())).containsExactly(kept);
    assertThat(store.entries().contents(CLINICIAN, client.id()))
        .singleElement()
        .satisfies(content -> assertThat(content.codings()).hasSize(1));
  }

  @Test
  void missedSessionsAreKeptByDateAndAreNoEntries() {
    Client client = Samples.consenting(store);
    var key = new IdempotencyKey("c1", "missed-1", "a".repeat(64));
    LocalDate later = LocalDate.of(2026, 3, 9);
    MissedSession ill = store.missed().add(CLINICIAN, client.id(), later, "the kingfisher", key);
    MissedSession plain = store.missed().add(CLINICIAN, client.id(), later.minusDays(7), "", null);
    assertThat(store.missed().add(CLINICIAN, client.id(), later, "the kingfisher", key))
        .isEqualTo(ill);
    assertThatThrownBy(() -> store.missed().add(CLINICIAN, client.id(), later, "again", null))
        .isInstanceOf(StoreException.Conflict.class)
        .hasMessageContaining("2026-03-09");
    restart();

    assertThat(store.missed().of(CLINICIAN, client.id())).containsExactly(plain, ill);
    assertThat(store.entries().contents(CLINICIAN, client.id())).isEmpty();
    assertThat(store.audit().about(client.id(), 100))
        .extracting(AuditEvent::action)
        .contains("missed.add", "missed.add.again", "missed.list");
  }

  @Test
  void withoutConsentNoMissedSessionIsKept() {
    Client client = store.clients().add(CLINICIAN, "Wren", List.of(), null);
    assertThatThrownBy(
            () -> store.missed().add(CLINICIAN, client.id(), LocalDate.of(2026, 3, 9), "ill", null))
        .isInstanceOf(StoreException.ConsentMissing.class);
    assertThat(store.missed().of(CLINICIAN, client.id())).isEmpty();
  }

  @Test
  void decisionsAreEventsAndCanBeTakenBack() {
    Client client = Samples.consenting(store);
    String text = "scared of it all";
    SessionRecord session =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session(text), null);
    StoredCoding coding = onlyCoding(session);
    assertThat(coding.standing()).isEqualTo(StoredCoding.Standing.SUGGESTED);

    coding = store.codings().decide(CLINICIAN, coding.id(), new Decision.Reject(), "a joke");
    assertThat(coding.standing()).isEqualTo(StoredCoding.Standing.REJECTED);
    assertThat(store.entries().content(CLINICIAN, session.id()).coded().codings()).isEmpty();

    var change = new Decision.Change("emotion.overwhelm", new Span(10, 16));
    coding = store.codings().decide(CLINICIAN, coding.id(), change, null);
    restart();
    assertThat(onlyCoding(session).effective(text))
        .get()
        .extracting(Coding::code, Coding::quote)
        .containsExactly("emotion.overwhelm", "it all");

    Decision last = coding.last().orElseThrow();
    coding = store.codings().decide(CLINICIAN, coding.id(), new Decision.Undo(last.id()), null);
    assertThat(coding.standing()).isEqualTo(StoredCoding.Standing.REJECTED);
    assertThat(coding.decisions()).hasSize(3);
    assertThat(coding.coding()).isEqualTo(onlyCoding(session).coding());
  }

  @Test
  void whatPeopleSaidStaysWhenTheMachineCodesAgain() {
    Client client = Samples.consenting(store);
    String text = "scared of it all";
    SessionRecord session =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session(text), null);
    StoredCoding machine = onlyCoding(session);
    store.codings().decide(CLINICIAN, machine.id(), new Decision.Confirm(), null);
    Coding made = Samples.coding("self.critical", 1, text, new Span(7, 9));
    StoredCoding own =
        store
            .codings()
            .add(
                CLINICIAN,
                session.id(),
                new Coding(
                    made.code(),
                    made.turn(),
                    made.span(),
                    made.quote(),
                    made.attributes(),
                    made.evidence(),
                    1,
                    new Rater.Human("c1")));

    Correction heard = new Correction(1, new Span(13, 16), "everything");
    String corrected = "scared of it everything";
    Coding same = Samples.coding("emotion.fear", 1, corrected, Samples.firstWord(corrected));
    Coding fresh = Samples.coding("agency.undergoer", 1, corrected, new Span(7, 12));
    EntryContent recoded = revise(session, List.of(heard), same, fresh);

    assertThat(recoded.codings())
        .extracting(c -> c.coding().code())
        .containsExactly("emotion.fear", "self.critical", "agency.undergoer");
    assertThat(recoded.codings().get(0).id()).isEqualTo(machine.id());
    assertThat(recoded.codings().get(0).standing()).isEqualTo(StoredCoding.Standing.CONFIRMED);
    assertThat(recoded.codings().get(1).id()).isEqualTo(own.id());
    Correction elsewhere = new Correction(0, new Span(0, 3), "So");
    assertThat(revise(session, List.of(heard, elsewhere)).codings())
        .as("what people decided about or made stays")
        .extracting(StoredCoding::id)
        .containsExactly(machine.id(), own.id());
  }

  /** With the last of all corrections so far, and what the machine codes in the corrected text. */
  private EntryContent revise(SessionRecord session, List<Correction> all, Coding... codings) {
    Transcript stored = store.entries().stored(CLINICIAN, session.id());
    List<Revision> revisions = all.stream().<Revision>map(Revision.Corrected::new).toList();
    Transcript now = History.of(stored, revisions).current();
    var coded =
        new CodedTranscript(
            now, Samples.coded(now.turns().get(1).text()).facts(), List.of(codings));
    return store
        .entries()
        .revise(CLINICIAN, session.id(), all.size() - 1, revisions.getLast(), coded);
  }

  @Test
  void theLogIsWholeWhileOthersWriteToIt() throws InterruptedException {
    var done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              while (!done.get()) {
                store.audit().record(CLINICIAN, "search", null, null, "");
              }
            });
    writer.start();
    try {
      for (int i = 0; i < 100; i++) {
        assertThat(store.audit().verify()).isInstanceOf(AuditLog.Whole.class);
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }

  @Test
  void theOutboxTellsEachChangeInOrder() {
    Client client = Samples.consenting(store);
    SessionRecord session =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), null);
    store.codings().decide(CLINICIAN, onlyCoding(session).id(), new Decision.Confirm(), null);
    store.entries().retract(CLINICIAN, session.id());

    List<OutboxEvent> events = store.outbox().after(0, 100);
    assertThat(events)
        .extracting(OutboxEvent::kind)
        .containsExactly(
            OutboxEvent.Kind.CONSENT_CHANGED,
            OutboxEvent.Kind.ENTRY_ADDED,
            OutboxEvent.Kind.ENTRY_CHANGED,
            OutboxEvent.Kind.ENTRY_RETRACTED);
    assertThat(store.outbox().after(events.get(2).sequence(), 100)).hasSize(1);
    assertThat(store.outbox().head()).isEqualTo(events.get(3).sequence());
    assertThat(store.entries().sessions(CLINICIAN, client.id())).isEmpty();
  }

  @Test
  void everyReadAndChangeIsInTheAuditLog() {
    Client client = Samples.consenting(store);
    SessionRecord session =
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("one"), null);
    store.entries().content(CLINICIAN, session.id());

    assertThat(store.audit().about(client.id(), 10))
        .extracting(AuditEvent::action)
        .containsExactly("entry.read", "session.add", "consent.record", "client.add");
    assertThat(store.audit().verify()).isEqualTo(new AuditLog.Whole(4));
  }

  @Test
  void nothingIsFoundUnderAForeignId() {
    assertThatThrownBy(() -> store.clients().find(CLINICIAN, "0".repeat(32)))
        .isInstanceOf(StoreException.NotFound.class);
    assertThatThrownBy(() -> store.entries().content(CLINICIAN, "0".repeat(32)))
        .isInstanceOf(StoreException.NotFound.class);
    assertThatThrownBy(() -> store.codings().find(CLINICIAN, "0".repeat(32)))
        .isInstanceOf(StoreException.NotFound.class);
  }

  private StoredCoding onlyCoding(SessionRecord session) {
    return store.entries().content(CLINICIAN, session.id()).codings().stream()
        .filter(coding -> coding.coding().rater() instanceof Rater.Machine)
        .findFirst()
        .orElseThrow();
  }
}
