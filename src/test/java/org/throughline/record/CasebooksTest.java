package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.Figures.Extent;
import org.throughline.record.Figures.Parts;
import org.throughline.transcript.Span;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.Revision;

class CasebooksTest {

  @TempDir Path folder;
  private final List<String> computed = new ArrayList<>();

  private StoreSettings settings() {
    return on(StoreSettings.in(folder.resolve("data")));
  }

  /** The same tests run on PostgreSQL. */
  StoreSettings on(StoreSettings settings) {
    return settings;
  }

  private Parts derive(EntryContent content) {
    computed.add(content.entry().id());
    String text = content.transcript().turns().getLast().text();
    return new Parts("counted " + content.coded().codings().size(), "words of " + text, text);
  }

  private List<String> counts(Store store, Client client, String form) {
    return store.casebooks().open(CLINICIAN, client.id(), form, this::derive).figures().stream()
        .map(figures -> figures.parts().counts())
        .toList();
  }

  @Test
  void anEntryIsComputedOnceUntilItsCodingsChange() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      SessionRecord session =
          store.entries().addSession(CLINICIAN, client.id(), Samples.session("I fell"), null);
      CheckInRecord checkIn =
          store.entries().addCheckIn(CLINICIAN, client.id(), Samples.checkIn("p", "calm"), null);

      assertThat(counts(store, client, "1")).containsExactly("counted 1", "counted 1");
      assertThat(counts(store, client, "1")).containsExactly("counted 1", "counted 1");
      assertThat(computed).containsExactly(session.id(), checkIn.id());

      computed.clear();
      String coding = store.entries().content(CLINICIAN, session.id()).codings().get(0).id();
      store.codings().decide(CLINICIAN, coding, new Decision.Reject(), null);
      assertThat(counts(store, client, "1")).containsExactly("counted 0", "counted 1");
      assertThat(computed).containsExactly(session.id());

      computed.clear();
      StoredCoding made = store.entries().content(CLINICIAN, checkIn.id()).codings().get(0);
      store
          .codings()
          .add(
              CLINICIAN,
              checkIn.id(),
              new Coding(
                  "emotion.calm",
                  0,
                  made.coding().span(),
                  made.coding().quote(),
                  made.coding().attributes(),
                  made.coding().evidence(),
                  1,
                  new Rater.Human("c1")));
      assertThat(counts(store, client, "1")).containsExactly("counted 0", "counted 2");
      assertThat(computed).containsExactly(checkIn.id());

      computed.clear();
      Revision felt = new Revision.Corrected(new Correction(1, new Span(2, 6), "felt"));
      store.entries().revise(CLINICIAN, session.id(), 0, felt, Samples.coded("I felt"));
      assertThat(counts(store, client, "1")).hasSize(2);
      assertThat(computed).containsExactly(session.id());

      computed.clear();
      assertThat(counts(store, client, "2")).hasSize(2);
      assertThat(computed).containsExactly(session.id(), checkIn.id());
    }
  }

  @Test
  void itHoldsEverythingThatStands() {
    try (Store store = Store.open(settings())) {
      Client client = Samples.consenting(store);
      SessionRecord taken =
          store.entries().addSession(CLINICIAN, client.id(), Samples.session("wrong"), null);
      store.entries().retract(CLINICIAN, taken.id());
      SessionRecord kept =
          store.entries().addSession(CLINICIAN, client.id(), Samples.session("I rose"), null);
      store.notes().add(CLINICIAN, client.id(), Note.Kind.MEASURE, (stamp, earlier) -> "{}", null);

      Casebook book = store.casebooks().open(CLINICIAN, client.id(), "1", this::derive);

      assertThat(book.client()).isEqualTo(client);
      assertThat(book.figures()).extracting(Figures::entry).containsExactly(kept.id());
      assertThat(book.figures().get(0).number()).isEqualTo(1);
      assertThat(book.figures().get(0).parts().quotes()).isEqualTo("I rose");
      assertThat(book.notes(Note.Kind.MEASURE)).hasSize(1);
      assertThat(book.notes(Note.Kind.CLAIM)).isEmpty();
    }
  }

  @Test
  void manyAreReadWithoutTheirTextAndEachIsInTheLog() {
    try (Store store = Store.open(settings())) {
      Client one = Samples.consenting(store);
      Client two = Samples.consenting(store);
      for (Client client : List.of(one, two)) {
        store.entries().addSession(CLINICIAN, client.id(), Samples.session("I fell"), null);
        counts(store, client, "1");
      }
      computed.clear();
      List<Casebook> books = new ArrayList<>();
      store
          .casebooks()
          .each(
              CLINICIAN,
              "cohort",
              List.of(one.id(), two.id()),
              "1",
              Extent.COUNTS_AND_WORDS,
              this::derive,
              books::add);
      assertThat(computed).isEmpty();
      assertThat(books).hasSize(2);
      Parts parts = books.get(1).figures().get(0).parts();
      assertThat(parts.counts()).isEqualTo("counted 1");
      assertThat(parts.words()).isEqualTo("words of I fell");
      assertThat(parts.quotes()).isNull();
      assertThat(store.audit().about(two.id(), 1).getFirst().detail()).isEqualTo("cohort");
    }
  }
}
