package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decisions rest on is never older than the last change, whoever made it. */
class StandingTest {

  @TempDir Path folder;
  private Store store;
  private Store other;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("data"));
    other = Store.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
  }

  @Test
  void whatAnotherProcessWritesIsSeenByTheNextQuestion() {
    assertThat(store.standing().now().clients()).isEmpty();
    Client client = Samples.consenting(other);
    assertThat(store.standing().now().clients()).containsExactly(client.id());
    assertThat(permitted(client)).isTrue();

    other
        .consents()
        .record(
            CLINICIAN,
            client.id(),
            Scope.TREATMENT_ANALYSIS,
            NewConsent.refused(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(permitted(client)).isFalse();
    assertThat(store.standing().now().consents().get(client.id()))
        .isEqualTo(store.consents().history(client.id()));
  }

  @Test
  void tiesAreThoseOfTheAccountAndOfWhomItSupervises() {
    Client client = Samples.consenting(store);
    String ada = other.registry().add(CLINICIAN, "ada", Set.of("clinician")).id();
    String bo = other.registry().add(CLINICIAN, "bo", Set.of("supervisor")).id();
    Tie treats = other.registry().tie(CLINICIAN, Tie.Kind.TREATS, ada, client.id());
    assertThat(store.standing().now().ties(ada)).containsExactly(treats);
    assertThat(store.standing().now().ties(bo)).isEmpty();
    Tie supervises = other.registry().tie(CLINICIAN, Tie.Kind.SUPERVISES, bo, ada);
    assertThat(store.standing().now().ties(bo)).containsExactlyInAnyOrder(treats, supervises);
    other.registry().untie(CLINICIAN, treats.id());
    assertThat(store.standing().now().ties(ada)).extracting(Tie::to).doesNotContainNull();
  }

  @Test
  void whoIsErasedIsGoneFromIt() {
    Client client = Samples.consenting(store);
    Client kept = Samples.consenting(store);
    assertThat(store.standing().now().consents()).containsKeys(client.id(), kept.id());
    other.erasure().erase(CLINICIAN, client.id(), Erasure.Index.NONE);
    assertThat(store.standing().now().clients()).containsExactly(kept.id());
    assertThat(store.standing().now().consents()).containsOnlyKeys(kept.id());
  }

  @Test
  void whoIsBeingErasedHasNoConsentsAnyMore() {
    Client client = Samples.consenting(store);
    assertThat(permitted(client)).isTrue();
    List<Boolean> during = new ArrayList<>();
    other
        .erasure()
        .erase(
            CLINICIAN,
            client.id(),
            gone -> {
              during.add(permitted(client));
              return Erasure.Index.NONE.purge(gone);
            });
    assertThat(during).containsExactly(false);
  }

  private boolean permitted(Client client) {
    List<ConsentVersion> versions =
        store.standing().now().consents().getOrDefault(client.id(), List.of());
    return ConsentVersion.permits(versions, Scope.TREATMENT_ANALYSIS, Instant.now());
  }
}
