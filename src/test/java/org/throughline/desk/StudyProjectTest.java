package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.exchange.CodedItems;
import org.throughline.exchange.Imported;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaFile;
import org.throughline.exchange.QdaProject;
import org.throughline.exchange.QdaReader;
import org.throughline.exchange.Schemas;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.research.Criteria;
import org.throughline.research.Releases;
import org.throughline.research.StudyCode;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyEvent.On;
import org.throughline.transcript.Span;

/** A study goes to another program and comes back. */
class StudyProjectTest {

  private static final Actor LEAD = new Actor("lead", "researcher", "study");
  private static final Actor ANN = new Actor("ann", "researcher", "study");
  private static final Actor BO = new Actor("bo", "researcher", "study");

  /** The second turn has an emoji before the words that are coded: three ways to count it. */
  private static final String SAID = "🙂 I was scared. I chose to stay ";

  private static final Span SCARED = new Span(9, 15);
  private static final Span CHOSE = new Span(17, 32);

  @TempDir private Path folder;
  private final Releases releases = new Releases();
  private Store store;
  private Studying studies;
  private String study;

  @BeforeEach
  void begin() {
    for (int client = 0; client < 4; client++) {
      releases.with("client-" + client, "s-" + client, 7, "How was it?", SAID + client + ".");
    }
    store = Store.open(folder);
    studies = new Studying(store, by -> releases);
    study = studies.begin(LEAD, "Staying & going", "Who stays?", Criteria.ALL, 7);
    studies.setCodes(
        LEAD,
        study,
        List.of(
            new StudyCode("theme", null, "Themes", ""),
            new StudyCode("theme.staying", "theme", "Staying", "The client stays on purpose."),
            new StudyCode("theme.fear", "theme", "Fear", "")));
    studies.pin(LEAD, study);
    studies.assign(LEAD, study, List.of("ann", "bo"), 4, Duty.CODING);
    code(ANN, "s-0", SCARED, "theme.fear");
    code(ANN, "s-0", CHOSE, "theme.staying");
    code(BO, "s-0", CHOSE, "theme.staying");
    studies.finish(ANN, study, "s-0");
    studies.finish(BO, study, "s-0");
    code(ANN, "s-1", SCARED, "theme.fear");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String code(Actor by, String session, Span span, String code) {
    return studies.code(by, study, session, 1, span, code);
  }

  private static List<String> lines(QdaFile file) throws Exception {
    return CodedItems.of(QdaReader.read(file.bytes())).lines().stream()
        .map(line -> line.rater() + " " + line.id() + " " + line.code() + " [" + line.quote() + "]")
        .sorted()
        .toList();
  }

  @Test
  void the_project_is_valid_and_says_what_it_does_not_hold() throws Exception {
    studies.memo(LEAD, study, On.CODE, "theme.fear", "Fear of what?");
    studies.memo(ANN, study, On.SESSION, "s-0", "Short.");
    studies.settle(LEAD, study, "s-0", 1, SCARED, "theme.fear", false);
    QdaFile file = studies.project(LEAD, study);
    Schemas.project(file.bytes());
    assertThat(file.losses())
        .extracting(Loss::what)
        .contains("authors and times of memos", "verdicts that a code does not belong");
    Imported read = QdaReader.read(file.bytes());
    assertThat(read.quarantine()).isEmpty();
    assertThat(read.project().notes())
        .extracting(QdaProject.Note::text)
        .containsExactlyInAnyOrder("Fear of what?", "Short.");
    QdaProject.Code themes = read.project().codes().getFirst();
    assertThat(themes.name()).isEqualTo("Themes");
    assertThat(themes.children()).extracting(QdaProject.Code::name).contains("Staying", "Fear");
    assertThat(new String(Schemas.entry(file.bytes(), "project.qde"), StandardCharsets.UTF_8))
        .contains("Staying &amp; going");
  }

  @Test
  void of_a_session_still_being_coded_only_ones_own_codings_are_in_it() throws Exception {
    assertThat(lines(studies.project(BO, study)))
        .containsExactly(
            "ann s-0/1 theme.fear [scared]",
            "ann s-0/1 theme.staying [I chose to stay]",
            "bo s-0/1 theme.staying [I chose to stay]",
            "consensus s-0/1 theme.staying [I chose to stay]");
    assertThat(lines(studies.project(ANN, study))).contains("ann s-1/1 theme.fear [scared]");
  }

  @Test
  void words_of_who_has_not_agreed_to_it_stay_in_the_house() throws Exception {
    releases.unexportable("client-0");
    QdaFile file = studies.project(LEAD, study);
    assertThat(QdaReader.read(file.bytes()).project().sources()).hasSize(3);
    assertThat(file.losses())
        .extracting(Loss::toString)
        .anyMatch(loss -> loss.contains("1") && loss.contains("have not agreed"));
    assertThat(studies.themes(LEAD, study).table())
        .contains("\"client-0\",\"s-0\",7,1,17,32,\"theme.staying\"")
        .doesNotContain("I chose");
  }

  /** Bo takes it to another program, codes there, and brings it back. */
  @Test
  void what_was_coded_elsewhere_comes_back_as_ones_own() throws Exception {
    QdaFile out = studies.project(BO, study);
    byte[] coded = codedElsewhere(out.bytes(), "Bo at NVivo");
    Studying.ProjectImport taken = studies.take(BO, study, coded, null);
    assertThat(taken.added()).isEqualTo(3);
    assertThat(taken.quarantined()).isZero();
    assertThat(taken.losses())
        .extracting(loss -> loss.count() + " " + loss.because())
        .containsExactlyInAnyOrder(
            "3 another coder's", "1 you have finished their session", "1 there already");
    List<Coded> own = studies.open(BO, study).study().codings("bo", "s-2");
    assertThat(own).extracting(Coded::span).containsExactly(SCARED);
    assertThat(own).extracting(Coded::code).containsExactly("theme.fear");
    Studying.ProjectImport again = studies.take(BO, study, coded, "Bo at NVivo");
    assertThat(again.added()).isZero();
    assertThat(again.losses())
        .extracting(loss -> loss.count() + " " + loss.because())
        .contains("3 there already");
  }

  /**
   * Other programs drop throughline.json when they save; codes and turns are known all the same.
   */
  @Test
  void what_comes_back_without_our_side_file_is_known_by_its_guids() throws Exception {
    byte[] coded = codedElsewhere(studies.project(BO, study).bytes(), "Bo at NVivo");
    byte[] saved = QdaFile.project(QdaReader.read(coded).project(), null).bytes();
    assertThat(QdaReader.read(saved).side()).isNull();
    assertThat(studies.take(BO, study, saved, null).added()).isEqualTo(3);
    assertThat(studies.open(BO, study).study().codings("bo", "s-2"))
        .extracting(one -> one.code() + one.span())
        .containsExactly("theme.fear" + SCARED);
    assertThat(Exchanging.look(saved, List.of(), studies.open(BO, study).study().codes().codes()))
        .extracting(
            found -> found.codes().stream().map(Exchanging.Code::id).toList(),
            Exchanging.Contents::texts)
        .containsExactly(List.of("theme", "theme.staying", "theme.fear"), 4);
  }

  @Test
  void a_text_that_was_released_anew_takes_no_codings() throws Exception {
    byte[] coded = codedElsewhere(studies.project(BO, study).bytes(), "bo");
    releases.with("client-2", "s-2", 7, "How was it?", "Another text altogether, and longer.");
    Studying.ProjectImport taken = studies.take(BO, study, coded, null);
    assertThat(taken.added()).isEqualTo(2);
    assertThat(taken.losses())
        .extracting(Loss::because)
        .contains("their text is no session of this study");
  }

  @Test
  void who_withdrew_is_in_no_export_and_takes_no_import() throws Exception {
    byte[] coded = codedElsewhere(studies.project(BO, study).bytes(), "bo");
    releases.withdraw("client-3");
    QdaFile file = studies.project(BO, study);
    assertThat(QdaReader.read(file.bytes()).project().sources()).hasSize(3);
    assertThat(studies.take(BO, study, coded, null).added()).isEqualTo(2);
  }

  @Test
  void a_file_that_is_no_project_is_refused_and_a_frozen_study_takes_none() throws Exception {
    byte[] coded = codedElsewhere(studies.project(BO, study).bytes(), "bo");
    assertThatThrownBy(() -> studies.take(BO, study, new byte[] {1, 2, 3}, null))
        .isInstanceOf(IllegalArgumentException.class);
    studies.freeze(LEAD, study);
    assertThatThrownBy(() -> studies.take(BO, study, coded, null)).hasMessageContaining("frozen");
  }

  /** The same project with one more user, who put fear on every session. */
  private static byte[] codedElsewhere(byte[] exported, String user) throws Exception {
    Imported read = QdaReader.read(exported);
    QdaProject project = read.project();
    QdaProject.Code fear =
        project.codes().getFirst().children().stream()
            .filter(code -> code.name().equals("Fear"))
            .findFirst()
            .orElseThrow();
    String guid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    List<QdaProject.TextSource> sources = new ArrayList<>();
    int at = 0;
    for (QdaProject.TextSource source : project.sources()) {
      int start = source.text().indexOf("scared");
      var coding =
          new QdaProject.Coding(
              "0f8fad5b-d9cb-469f-a165-70867729%04d".formatted(at++),
              fear.guid(),
              guid,
              null,
              List.of());
      var selection =
          new QdaProject.Selection(
              "0f8fad5b-d9cb-469f-a165-70867730%04d".formatted(at++),
              "scared",
              start,
              start + 6,
              guid,
              null,
              List.of(coding),
              List.of());
      sources.add(
          new QdaProject.TextSource(
              source.guid(),
              source.name(),
              source.text(),
              Stream.concat(source.selections().stream(), Stream.of(selection)).toList(),
              source.codings(),
              source.notes(),
              source.values()));
    }
    QdaFile file =
        QdaFile.project(
            new QdaProject(
                project.name(),
                Stream.concat(project.users().stream(), Stream.of(new QdaProject.User(guid, user)))
                    .toList(),
                project.codes(),
                project.sets(),
                project.variables(),
                project.cases(),
                sources,
                project.notes()),
            read.side());
    Schemas.project(file.bytes());
    return file.bytes();
  }
}
