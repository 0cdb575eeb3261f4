package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Revision;

/** Passages opened together say what their whole entries say. */
class ExcerptsTest {

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatAPageOpensIsWhatTheEntriesSay() {
    List<String> entries = entries();
    agree(entries, 40);
  }

  @Test
  void codingsFromBeforeTheirTurnWasWrittenBesideThemAreFound() {
    List<String> entries = entries();
    Jdbi.create("jdbc:sqlite:" + folder.resolve("data").resolve("record.db"))
        .useHandle(
            handle -> assertThat(handle.execute("UPDATE codings SET turn = -1")).isPositive());
    agree(entries, 10);
  }

  @Test
  void eachEntryOpenedIsInTheLogOnce() {
    List<String> entries = entries();
    store
        .excerpts()
        .quoting(
            CLINICIAN,
            "quote.search",
            null,
            "",
            passages -> {
              passages.expect(List.of(new Stretch(entries.get(0), 0, 2)));
              passages.open(new Stretch(entries.get(0), 0, 2));
              passages.open(new Stretch(entries.get(0), 2, 4));
              return passages.open(new Stretch("nobody", 0, 2));
            });
    assertThat(store.audit().latest(3))
        .extracting(AuditEvent::action)
        .startsWith("quote.read", "quote.search")
        .last()
        .isNotEqualTo("quote.read");
  }

  /** Plain, decided about, revised and taken back. */
  private List<String> entries() {
    String client = Samples.consenting(store).id();
    List<String> entries = new ArrayList<>();
    for (String word : List.of("scared", "hopeful", "tired", "gone")) {
      NewSession session =
          Samples.session(word + " once", word + " twice", word + " again", word + " today");
      entries.add(store.entries().addSession(CLINICIAN, client, session, null).id());
    }
    List<StoredCoding> codings = store.entries().content(CLINICIAN, entries.get(1)).codings();
    store
        .codings()
        .decide(CLINICIAN, codings.get(0).id(), new Decision.Confirm(), "as the client nodded");
    store.codings().decide(CLINICIAN, codings.get(2).id(), new Decision.Reject(), null);
    revise(entries.get(2), 0);
    store.entries().retract(CLINICIAN, entries.get(3));
    return entries;
  }

  private void revise(String entry, int known) {
    EntryContent stored = store.entries().content(CLINICIAN, entry);
    Revision added = new Revision.Corrected(new Correction(1, new Span(0, 0), "very "));
    Transcript now = History.of(stored.transcript(), List.of(added)).current();
    store
        .entries()
        .revise(
            CLINICIAN,
            entry,
            known,
            added,
            new CodedTranscript(now, stored.facts(), List.of(hope(now))));
  }

  private static Coding hope(Transcript now) {
    String text = now.turns().get(3).text();
    return Samples.coding("emotion.hope", 3, text, Samples.firstWord(text));
  }

  private void agree(List<String> entries, int rounds) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      List<Stretch> asked = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        int from = random.nextInt(9);
        asked.add(new Stretch(entries.get(random.nextInt(4)), from, from + 1 + random.nextInt(3)));
      }
      List<String> opened =
          store
              .excerpts()
              .quoting(
                  CLINICIAN,
                  "quote.search",
                  null,
                  "",
                  passages -> {
                    passages.expect(asked);
                    return asked.stream().map(one -> shown(passages.open(one))).toList();
                  });
      assertThat(opened)
          .as("seed %d", seed)
          .isEqualTo(asked.stream().map(one -> expected(one, entries.get(3))).toList());
    }
  }

  private static String shown(Optional<Passages.Passage> passage) {
    return passage.map(found -> shown(found.turns(), found.codings())).orElse("gone");
  }

  private String expected(Stretch stretch, String retracted) {
    if (stretch.entry().equals(retracted)) {
      return "gone";
    }
    EntryContent content = store.entries().content(CLINICIAN, stretch.entry());
    return shown(
        content.transcript().turns().stream()
            .filter(turn -> turn.index() >= stretch.from() && turn.index() < stretch.to())
            .toList(),
        content.codings().stream()
            .filter(coding -> coding.coding().turn() >= stretch.from())
            .filter(coding -> coding.coding().turn() < stretch.to())
            .toList());
  }

  private static String shown(List<Turn> turns, List<StoredCoding> codings) {
    StringBuilder shown = new StringBuilder();
    turns.forEach(
        turn -> shown.append(turn.index()).append(turn.role()).append(turn.text()).append('\n'));
    codings.forEach(
        coding ->
            shown
                .append(coding.coding().turn())
                .append(coding.coding().quote())
                .append(coding.standing())
                .append(coding.decisions().size())
                .append('\n'));
    return shown.toString();
  }
}
