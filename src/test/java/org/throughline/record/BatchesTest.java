package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Span;

/** Codings made in one go, and searches kept: each with its owner. */
class BatchesTest {

  private static final Actor SOMEBODY_ELSE = new Actor("c2", "clinician", "care");

  @TempDir Path folder;
  private Store store;
  private String client;
  private String session;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("data"));
    client = Samples.consenting(store).id();
    session =
        store
            .entries()
            .addSession(
                CLINICIAN, client, Samples.session("scared again", "the lift stopped"), null)
            .id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatAPersonCodesStandsAndIsTakenBackAsOne() {
    CodingBatch batch =
        store
            .batches()
            .add(
                CLINICIAN,
                List.of(made(1, "scared again", 0, 6), made(3, "the lift stopped", 4, 8)));
    assertThat(batch.codings()).hasSize(2);
    assertThat(batch.standing()).isEqualTo(2);
    assertThat(standing("emotion.sadness")).containsOnly(StoredCoding.Standing.CONFIRMED);

    long before = store.outbox().head();
    CodingBatch gone = store.batches().takeBack(CLINICIAN, batch.id(), Set.of(client));
    assertThat(gone.standing()).isZero();
    assertThat(standing("emotion.sadness")).containsOnly(StoredCoding.Standing.REJECTED);
    assertThat(store.outbox().head()).isEqualTo(before + 1);
    assertThat(standing("emotion.fear")).containsOnly(StoredCoding.Standing.SUGGESTED);

    assertThatThrownBy(() -> store.batches().takeBack(CLINICIAN, batch.id(), Set.of(client)))
        .isInstanceOf(StoreException.Conflict.class);
  }

  @Test
  void allOfABatchIsKeptOrNothing() {
    assertThatThrownBy(
            () ->
                store
                    .batches()
                    .add(
                        CLINICIAN,
                        List.of(made(1, "scared again", 0, 6), made(3, "the lift paused!", 9, 16))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(standing("emotion.sadness")).isEmpty();
  }

  @Test
  void aBatchIsItsMakersAlone() {
    String batch = store.batches().add(CLINICIAN, List.of(made(1, "scared again", 0, 6))).id();
    assertThatThrownBy(() -> store.batches().find(SOMEBODY_ELSE, batch, Set.of(client)))
        .isInstanceOf(StoreException.NotFound.class);
    assertThatThrownBy(() -> store.batches().takeBack(SOMEBODY_ELSE, batch, Set.of(client)))
        .isInstanceOf(StoreException.NotFound.class);
    assertThat(store.batches().find(CLINICIAN, batch, Set.of(client)).standing()).isEqualTo(1);
    assertThat(store.erasure().erase(CLINICIAN, client, Erasure.Index.NONE).rows())
        .containsEntry("batches", 1);
    assertThatThrownBy(() -> store.batches().find(CLINICIAN, batch, Set.of(client)))
        .isInstanceOf(StoreException.NotFound.class);
  }

  @Test
  void searchesAreKeptSealedForTheirOwner() {
    StoredSearch kept = store.searches().add(CLINICIAN, "the cellar", "cellar near/5 brother");
    assertThat(store.searches().all(CLINICIAN)).containsExactly(kept);
    assertThat(store.searches().all(SOMEBODY_ELSE)).isEmpty();
    assertThatThrownBy(() -> store.searches().add(CLINICIAN, "the cellar", "other"))
        .isInstanceOf(StoreException.Conflict.class);
    assertThatThrownBy(() -> store.searches().find(SOMEBODY_ELSE, kept.id()))
        .isInstanceOf(StoreException.NotFound.class);
    assertThatThrownBy(() -> store.searches().remove(SOMEBODY_ELSE, kept.id()))
        .isInstanceOf(StoreException.NotFound.class);
    assertThat(DiskScan.found(folder.resolve("data"), List.of("cellar"))).isEmpty();

    store.searches().remove(CLINICIAN, kept.id());
    assertThat(store.searches().all(CLINICIAN)).isEmpty();
  }

  private List<StoredCoding.Standing> standing(String code) {
    return store.entries().content(CLINICIAN, session).codings().stream()
        .filter(coding -> coding.coding().code().equals(code))
        .map(StoredCoding::standing)
        .toList();
  }

  private Batches.Made made(int turn, String text, int start, int end) {
    Coding plain = Samples.coding("emotion.sadness", turn, text, new Span(start, end));
    return new Batches.Made(
        session,
        new Coding(
            plain.code(),
            turn,
            plain.span(),
            plain.quote(),
            plain.attributes(),
            plain.evidence(),
            1.0,
            new Rater.Human("c1")));
  }
}
