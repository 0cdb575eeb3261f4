package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Band;
import org.throughline.agreement.CodingUnit;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.research.Adjudication;
import org.throughline.research.Criteria;
import org.throughline.research.Releases;
import org.throughline.research.StudyCode;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyEvent.On;
import org.throughline.research.Task;
import org.throughline.research.Training;
import org.throughline.transcript.Span;

/** A study from its beginning to its end, on a real store. */
class StudyingTest {

  private static final Actor LEAD = new Actor("lead", "researcher", "study");
  private static final Actor ANN = new Actor("ann", "researcher", "study");
  private static final Actor BO = new Actor("bo", "researcher", "study");

  @TempDir private Path folder;
  private final Releases releases = new Releases();
  private Store store;
  private Studying studies;
  private String study;

  @BeforeEach
  void begin() {
    for (int client = 0; client < 6; client++) {
      for (int session = 0; session < 2; session++) {
        releases.with(
            "client-" + client,
            "s-" + client + "-" + session,
            7 * session,
            "How was it?",
            "I was scared. I chose to stay " + client + " " + session + ".");
      }
    }
    store = Store.open(folder);
    studies = new Studying(store, by -> releases);
    study = studies.begin(LEAD, "Staying", "Who stays, and how?", Criteria.ALL, 7);
    studies.setCodes(
        LEAD,
        study,
        List.of(
            new StudyCode("theme", null, "Themes", ""),
            new StudyCode("theme.staying", "theme", "Staying", "The client stays on purpose."),
            new StudyCode("theme.fear", "theme", "Fear", "")));
    studies.pin(LEAD, study);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void coders_get_their_own_order_and_neither_client_nor_day() {
    studies.assign(LEAD, study, names(ANN, BO), 12, Duty.CODING);
    List<String> first = studies.tasks(ANN, study).stream().map(Task::session).toList();
    List<String> second = studies.tasks(BO, study).stream().map(Task::session).toList();
    assertThat(first).hasSize(12).containsExactlyInAnyOrderElementsOf(second);
    assertThat(first).isNotEqualTo(second);
    assertThat(Stream.of(Task.class.getRecordComponents()).map(c -> c.getName()))
        .doesNotContain("client", "day");
  }

  @Test
  void lists_open_no_words_and_ask_once_who_is_released() {
    studies.assign(LEAD, study, names(ANN, BO), 12, Duty.CODING);
    studies.begin(LEAD, "Leaving", "Who leaves?", Criteria.ALL, 8);
    releases.opened();
    int asked = releases.asked();
    assertThat(studies.all(LEAD)).hasSize(2);
    assertThat(releases.asked()).isEqualTo(asked + 1);
    assertThat(studies.tasks(ANN, study)).hasSize(12);
    assertThat(studies.progress(LEAD, study)).hasSize(12);
    assertThat(studies.memos(ANN, study)).isEmpty();
    assertThat(releases.opened()).isEmpty();
    assertThat(studies.task(ANN, study, "s-0-0").turns()).hasSize(2);
    assertThat(releases.opened()).containsExactly("s-0-0");
  }

  @Test
  void a_part_is_coded_twice_and_the_rest_once() {
    studies.assign(LEAD, study, names(ANN, BO), 4, Duty.CODING);
    assertThat(studies.tasks(ANN, study)).hasSize(8);
    assertThat(studies.tasks(BO, study)).hasSize(8);
  }

  @Test
  void nobody_sees_another_before_both_have_finished() {
    studies.assign(LEAD, study, names(ANN, BO), 12, Duty.CODING);
    studies.code(ANN, study, "s-0-0", 1, new Span(6, 12), "theme.fear");
    assertThat(studies.task(BO, study, "s-0-0").codings()).isEmpty();
    studies.memo(ANN, study, On.SESSION, "s-0-0", "hesitates");
    assertThat(studies.memos(BO, study)).isEmpty();
    studies.finish(ANN, study, "s-0-0");
    assertThatThrownBy(() -> studies.adjudication(LEAD, study, "s-0-0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not all coders");
    studies.finish(BO, study, "s-0-0");
    Adjudication side = studies.adjudication(LEAD, study, "s-0-0");
    assertThat(side.places()).hasSize(1);
    assertThat(side.places().getFirst().byCoder().get("bo")).isEmpty();
    assertThat(side.places().getFirst().byCoder().get("ann")).hasSize(1);
    assertThat(studies.memos(BO, study)).hasSize(1);
  }

  @Test
  void what_was_settled_holds_and_what_all_agree_on() {
    bothCode("s-0-0");
    bothCode("s-1-0");
    assertThat(studies.themes(LEAD, study).codings()).hasSize(2);
    studies.settle(LEAD, study, "s-0-0", 1, new Span(6, 12), "theme.fear", true);
    assertThat(studies.themes(LEAD, study).codings())
        .extracting(coded -> coded.session() + " " + coded.code())
        .containsExactlyInAnyOrder(
            "s-0-0 theme.fear", "s-0-0 theme.staying", "s-1-0 theme.staying");
  }

  /** Both mark that the client stays; only Ann marks the fear. */
  private void bothCode(String session) {
    if (studies.tasks(ANN, study).isEmpty()) {
      studies.assign(LEAD, study, names(ANN, BO), 12, Duty.CODING);
    }
    studies.code(ANN, study, session, 1, new Span(6, 12), "theme.fear");
    studies.code(ANN, study, session, 1, new Span(14, 29), "theme.staying");
    studies.code(BO, study, session, 1, new Span(14, 29), "theme.staying");
    studies.finish(ANN, study, session);
    studies.finish(BO, study, session);
  }

  @Test
  void agreement_counts_finished_sessions_and_the_codes_above() {
    for (int client = 0; client < 6; client++) {
      bothCode("s-" + client + "-0");
    }
    var found = studies.agreement(LEAD, study, CodingUnit.ITEM);
    assertThat(found)
        .extracting(code -> code.code() + " " + code.band())
        .containsExactly("theme FIRM", "theme.fear EXPLORATORY", "theme.staying FIRM");
    Agreement alpha = found.get(2).agreements().getFirst();
    assertThat(alpha.basis().n()).isEqualTo(12);
    assertThat(alpha.basis().clients()).isEqualTo(6);
    assertThat(Band.of(alpha)).isEqualTo(Band.FIRM);
  }

  @Test
  void who_withdraws_is_gone_from_an_open_study_at_once() {
    bothCode("s-0-0");
    bothCode("s-1-0");
    studies.memo(ANN, study, On.SESSION, "s-0-0", "words of client 0");
    releases.withdraw("client-0");
    assertThat(studies.tasks(ANN, study)).hasSize(10);
    assertThat(studies.themes(LEAD, study).quotes())
        .extracting(quote -> quote.client())
        .containsOnly("client-1");
    assertThat(studies.memos(ANN, study)).isEmpty();
    assertThat(store.studies().events(LEAD, study))
        .noneMatch(row -> "client-0".equals(row.client()));
    assertThatThrownBy(() -> studies.task(ANN, study, "s-0-0"))
        .isInstanceOf(StoreException.NotFound.class);
  }

  @Test
  void a_frozen_study_is_flagged_and_does_not_change() {
    bothCode("s-0-0");
    String hash = studies.freeze(LEAD, study);
    assertThatThrownBy(() -> studies.finish(ANN, study, "s-1-0"))
        .isInstanceOf(StoreException.Conflict.class);
    releases.withdraw("client-0");
    Studying.Open open = studies.open(LEAD, study);
    assertThat(open.study().frozen()).contains(hash);
    assertThat(open.corpus().withdrawn()).hasSize(2);
    assertThat(open.corpus().clientsGone()).containsExactly("client-0");
    assertThat(studies.themes(LEAD, study).quotes()).isEmpty();
  }

  @Test
  void a_session_released_with_another_text_is_set_aside() {
    studies.assign(LEAD, study, names(ANN), 12, Duty.CODING);
    releases.with("client-3", "s-3-1", 7, "How was it?", "Another text.");
    assertThat(studies.tasks(ANN, study)).hasSize(11);
    assertThat(studies.open(LEAD, study).corpus().altered()).hasSize(1);
  }

  @Test
  void sessions_for_training_are_coded_by_nobody_for_the_study() {
    assertThatThrownBy(() -> studies.assign(LEAD, study, names(ANN), 2, Duty.TRAINING))
        .hasMessageContaining("no session has a key");
    studies.assign(LEAD, study, names(LEAD), 2, Duty.KEY);
    assertThatThrownBy(() -> studies.assign(LEAD, study, names(LEAD, ANN), 2, Duty.TRAINING))
        .hasMessageContaining("cannot train against it");
    studies.assign(LEAD, study, names(ANN), 12, Duty.TRAINING);
    assertThat(studies.tasks(ANN, study)).hasSize(2);
    studies.assign(LEAD, study, names(ANN), 12, Duty.CODING);
    assertThat(studies.tasks(ANN, study)).hasSize(12);
    assertThat(studies.tasks(ANN, study))
        .filteredOn(task -> task.duty() == Duty.TRAINING)
        .as("whoever saw the key cannot code it blind")
        .hasSize(2);
  }

  @Test
  void a_trainee_sees_the_key_after_finishing() {
    studies.assign(LEAD, study, names(LEAD), 12, Duty.KEY);
    studies.assign(LEAD, study, names(ANN), 12, Duty.TRAINING);
    studies.code(LEAD, study, "s-2-0", 1, new Span(6, 12), "theme.fear");
    studies.code(LEAD, study, "s-2-0", 1, new Span(14, 29), "theme.staying");
    studies.finish(LEAD, study, "s-2-0");
    studies.code(ANN, study, "s-2-0", 1, new Span(0, 12), "theme.fear");
    studies.code(ANN, study, "s-2-0", 1, new Span(16, 29), "theme.fear");
    assertThatThrownBy(() -> studies.training(ANN, study, "s-2-0"))
        .hasMessageContaining("finish the session first");
    studies.finish(ANN, study, "s-2-0");
    Training feedback = studies.training(ANN, study, "s-2-0");
    assertThat(feedback.remarks())
        .extracting(Training.Remark::kind)
        .containsExactly(Training.Kind.OTHER_WORDS, Training.Kind.OTHER_CODE);
    assertThat(feedback.hits()).hasToString("1 of 2");
    assertThat(studies.themes(LEAD, study).codings()).isEmpty();
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    studies.assign(LEAD, study, names(ANN), 12, Duty.CODING);
    assertThatThrownBy(() -> studies.code(BO, study, "s-0-0", 1, new Span(0, 1), "theme"))
        .hasMessageContaining("not assigned to you");
    assertThatThrownBy(() -> studies.code(ANN, study, "s-0-0", 1, new Span(0, 999), "theme"))
        .hasMessageContaining("not within the turn")
        .hasMessageNotContaining("scared");
    assertThatThrownBy(() -> studies.code(ANN, study, "s-0-0", 1, new Span(0, 1), "no"))
        .hasMessageContaining("no such code");
    assertThatThrownBy(() -> studies.pin(LEAD, study)).hasMessageContaining("assigned already");
    assertThatThrownBy(
            () -> studies.setCodes(LEAD, study, List.of(new StudyCode("a", "b", "", ""))))
        .hasMessageContaining("which is not there");
  }

  @Test
  void nothing_of_a_study_lies_readable_on_the_disk() throws Exception {
    studies.assign(LEAD, study, names(ANN), 12, Duty.CODING);
    studies.memo(ANN, study, On.SESSION, "s-0-0", "kingfisher");
    store.close();
    try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
      for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        assertThat(
                new String(
                    java.nio.file.Files.readAllBytes(file),
                    java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("kingfisher")
            .doesNotContain("Who stays");
      }
    }
    store = Store.open(folder);
    assertThat(new Studying(store, by -> releases).memos(ANN, study)).hasSize(1);
  }

  private static List<String> names(Actor... people) {
    return Stream.of(people).map(Actor::account).toList();
  }
}
