package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** Learned models on a real store: sealed, dying with consent, and their suggestions with them. */
class LearnedModelsTest {

  private static final Actor ME = new Actor("local", "clinician", "care");
  private static final String TEXT = "My hands were trembling. I bought four buns.";
  private static final Span TREMBLING = new Span(0, 24);
  private static final Span BUNS = new Span(25, 44);

  @TempDir private Path folder;
  private Store store;
  private String teacher;
  private String other;

  @BeforeEach
  void open() {
    store = Store.open(folder);
    teacher = client(Scope.TREATMENT_ANALYSIS, Scope.MODEL_TRAINING);
    other = client(Scope.TREATMENT_ANALYSIS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String client(Scope... scopes) {
    String id = store.clients().add(ME, "Maple", List.of(), null).id();
    for (Scope scope : scopes) {
      store.consents().record(ME, id, scope, NewConsent.granted(Instant.EPOCH));
    }
    return id;
  }

  private ModelVersion learned(String hash) {
    byte[] content = "the lemma kingfisher".getBytes(StandardCharsets.UTF_8);
    return store.models().keep(ME, "emotion.fear", hash, "{}", content, Set.of(teacher));
  }

  private String session(String client, Coding... codings) {
    var transcript = new Transcript(List.of(new Turn(0, "C", Role.CLIENT, TEXT, null, null)));
    return store
        .entries()
        .addSession(
            ME,
            client,
            new NewSession(
                LocalDate.of(2026, 1, 5),
                null,
                "plain",
                "a.txt",
                client.getBytes(StandardCharsets.UTF_8),
                "{}",
                new CodedTranscript(transcript, List.of(), List.of(codings))),
            null)
        .id();
  }

  private static Coding by(Rater rater, Span span) {
    return new Coding(
        "emotion.fear",
        0,
        span,
        span.of(TEXT),
        Attributes.PLAIN,
        new Evidence("learned", List.of(), ""),
        .7,
        rater);
  }

  private static Coding model(String hash, Span span) {
    return by(new Rater.Model("emotion.fear", hash), span);
  }

  private List<String> standing(String entry) {
    List<String> standing = new ArrayList<>();
    for (StoredCoding coding : store.entries().content(ME, entry).codings()) {
      standing.add(
          coding.coding().rater().getClass().getSimpleName()
              + " "
              + coding.coding().span()
              + " "
              + coding.standing());
    }
    return standing;
  }

  @Test
  void a_model_is_kept_sealed_and_off() {
    ModelVersion one = learned("h1");
    assertThat(one.number()).isEqualTo(1);
    assertThat(one.isOn()).isFalse();
    assertThat(store.models().content(one.id())).asString(StandardCharsets.UTF_8).contains("king");
    assertThat(DiskScan.found(folder, List.of("kingfisher"))).isEmpty();
  }

  @Test
  void only_what_is_on_can_suggest() {
    ModelVersion one = learned("h1");
    String before = session(other, model("h1", TREMBLING));
    assertThat(standing(before)).isEmpty();
    store.models().switchTo(ME, one, true);
    assertThat(store.models().suggest(ME, before, List.of(model("h1", TREMBLING)))).isTrue();
    assertThat(standing(before)).containsExactly("Model " + TREMBLING + " SUGGESTED");
    assertThat(store.models().suggest(ME, before, List.of(model("h1", TREMBLING)))).isFalse();
  }

  @Test
  void switched_off_it_leaves_only_what_people_judged_and_all_that_is_not_its_own() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    Coding cue = by(new Rater.Machine("1", "emotion 1", "00"), new Span(9, 13));
    String entry = session(other, cue, model("h1", TREMBLING), model("h1", BUNS));
    String hand = store.codings().add(ME, entry, by(new Rater.Human("local"), new Span(3, 8))).id();
    StoredCoding buns =
        store.entries().content(ME, entry).codings().stream()
            .filter(coding -> coding.coding().span().equals(BUNS))
            .findFirst()
            .orElseThrow();
    store.codings().decide(ME, buns.id(), new Decision.Reject(), null);
    store.models().switchTo(ME, one, false);
    assertThat(standing(entry))
        .containsExactlyInAnyOrder(
            "Machine " + new Span(9, 13) + " SUGGESTED",
            "Human " + new Span(3, 8) + " CONFIRMED",
            "Model " + BUNS + " REJECTED");
    assertThat(store.codings().find(ME, hand).standing())
        .isEqualTo(StoredCoding.Standing.CONFIRMED);
  }

  @Test
  void withdrawing_destroys_what_was_learned_from_ones_words_and_its_suggestions() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    store.consents().record(ME, teacher, Scope.MODEL_TRAINING, NewConsent.refused(Instant.EPOCH));
    ModelVersion gone = store.models().all().getFirst();
    assertThat(gone.isOn()).isFalse();
    assertThat(gone.because()).isEqualTo(Models.WITHDRAWN);
    assertThatThrownBy(() -> store.models().content(one.id()))
        .isInstanceOf(StoreException.NotFound.class);
    assertThatThrownBy(() -> store.models().switchTo(ME, one, true))
        .isInstanceOf(StoreException.Conflict.class);
    assertThat(standing(entry)).isEmpty();
  }

  @Test
  void erasing_a_client_says_so_in_the_certificate() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    session(teacher, model("h1", TREMBLING));
    ErasureCertificate certificate = store.erasure().erase(ME, teacher, Erasure.Index.NONE);
    assertThat(certificate.keys()).contains("system/model/" + one.id());
    assertThat(store.models().all().getFirst().because()).isEqualTo(Models.ERASED);
    assertThat(standing(entry)).isEmpty();
  }

  @Test
  void who_does_not_agree_teaches_nothing() {
    assertThatThrownBy(
            () ->
                store
                    .models()
                    .keep(ME, "emotion.fear", "h", "{}", new byte[0], Set.of(teacher, other)))
        .isInstanceOf(StoreException.Conflict.class);
    assertThat(store.models().all()).isEmpty();
  }

  @Test
  void learning_again_is_the_next_version_off_and_ends_the_one_before() {
    store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    ModelVersion two = learned("h2");
    assertThat(two.number()).isEqualTo(2);
    assertThat(two.isOn()).isFalse();
    assertThat(store.models().all().get(1).ended()).isNotNull();
    assertThat(standing(entry)).isEmpty();
  }

  @Test
  void a_client_who_joined_no_model_leaves_it_alone() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    store.consents().record(ME, other, Scope.MODEL_TRAINING, NewConsent.refused(Instant.EPOCH));
    store.close();
    store = Store.open(folder);
    assertThat(store.models().all().getFirst().isOn()).isTrue();
    assertThat(store.models().content(one.id())).isNotEmpty();
  }

  /** Does to the database what a process did that was killed right after. */
  private void killedAfter(String statement) throws SQLException {
    store.close();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + StoreSettings.in(folder).database());
        Statement sql = db.createStatement()) {
      sql.execute(statement);
    }
    store = Store.open(folder);
  }

  @Test
  void a_start_takes_back_what_destroyed_models_had_suggested() throws SQLException {
    store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    killedAfter("UPDATE models SET ended = learned, because = 'x', switched_on = NULL");
    assertThat(standing(entry)).isEmpty();
  }

  @Test
  void a_start_takes_back_what_models_that_are_off_had_suggested_and_nothing_else()
      throws SQLException {
    store.models().switchTo(ME, learned("h1"), true);
    String on =
        store.models().keep(ME, "emotion.joy", "h2", "{}", new byte[1], Set.of(teacher)).id();
    store.models().switchTo(ME, store.models().all().getLast(), true);
    String entry = session(other, model("h1", TREMBLING), model("h2", BUNS));
    assertThat(standing(entry)).hasSize(2);
    killedAfter("UPDATE models SET switched_on = NULL WHERE id <> '" + on + "'");
    assertThat(standing(entry)).containsExactly("Model " + BUNS + " SUGGESTED");
  }

  @Test
  void a_model_whose_key_is_gone_is_ended() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    assertThat(store.vault().forget("model/" + one.id())).hasSize(1);
    store.models().endUnconsented();
    ModelVersion gone = store.models().all().getFirst();
    assertThat(gone.isOn()).isFalse();
    assertThat(gone.because()).isEqualTo(Models.KEYLESS);
    assertThat(standing(entry)).isEmpty();
  }

  @Test
  void what_cannot_be_kept_leaves_the_version_before_as_it_was() {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    String entry = session(other, model("h1", TREMBLING));
    Set<String> clients = Set.of(teacher, other);
    assertThatThrownBy(
            () -> store.models().keep(ME, "emotion.fear", "h2", "{}", new byte[1], clients))
        .isInstanceOf(StoreException.Conflict.class);
    assertThat(store.models().all()).hasSize(1);
    assertThat(store.models().all().getFirst().isOn()).isTrue();
    assertThat(store.models().content(one.id())).isNotEmpty();
    assertThat(standing(entry)).hasSize(1);
  }

  @Test
  void what_fails_on_its_way_leaves_no_key_behind() throws Exception {
    killedAfter(
        "CREATE TRIGGER full BEFORE INSERT ON model_clients"
            + " BEGIN SELECT RAISE(ABORT, 'full'); END");
    assertThatThrownBy(() -> learned("h1")).isInstanceOf(RuntimeException.class);
    assertThat(store.models().all()).isEmpty();
    assertThat(Files.readString(StoreSettings.in(folder).keys())).doesNotContain("system/model/");
  }

  @Test
  void a_start_ends_a_version_that_a_newer_one_was_to_end() throws SQLException {
    ModelVersion one = store.models().switchTo(ME, learned("h1"), true);
    store.models().keep(ME, "emotion.joy", "h2", "{}", new byte[1], Set.of(teacher));
    killedAfter("UPDATE models SET code = 'emotion.fear', number = 2 WHERE hash = 'h2'");
    assertThat(store.models().all()).hasSize(2);
    assertThat(store.models().all().getFirst().ended()).isNull();
    assertThat(store.models().all().getLast().id()).isEqualTo(one.id());
    assertThat(store.models().all().getLast().ended()).isNotNull();
  }
}
