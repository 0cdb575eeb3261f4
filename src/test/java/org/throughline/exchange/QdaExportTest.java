package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.exchange.CodedText.Mark;
import org.throughline.exchange.CodedText.Part;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/** Sessions with turns, out and back. */
class QdaExportTest {

  private static final CodedText SESSION =
      new CodedText(
          "session-3",
          "client-7",
          List.of(
              new Part(Role.THERAPIST, "How was it? 😀"),
              new Part(Role.CLIENT, "I was scared. I chose to stay.")),
          Map.of("day", "14"),
          List.of(
              new Mark(
                  "k1",
                  "emotion.fear",
                  1,
                  new Span(6, 12),
                  "Ann",
                  Instant.parse("2025-01-02T03:04:05Z"),
                  "not sure, see session 2",
                  Map.of("cue", "emotion.fear/adjectives")),
              new Mark(
                  "k2",
                  "theme.staying",
                  1,
                  new Span(14, 29),
                  "rule: x 1.0",
                  null,
                  null,
                  Map.of())));

  private static Imported imported() throws Exception {
    QdaFile file = QdaExport.file("study", CodeTrees.of(codebooks()), List.of(SESSION));
    Schemas.project(file.bytes());
    return QdaReader.read(file.bytes());
  }

  private static List<Codebook> codebooks() throws Exception {
    return CodebookReader.readAll(Path.of("codebooks"));
  }

  @Test
  void turns_become_lines_with_the_speaker_before_them() throws Exception {
    QdaProject.TextSource source = imported().project().sources().getFirst();
    assertThat(source.text())
        .isEqualTo("THERAPIST: How was it? 😀\nCLIENT: I was scared. I chose to stay.");
    assertThat(source.selections())
        .extracting(QdaProject.Selection::name)
        .containsExactly(
            "THERAPIST: How was it? 😀",
            "CLIENT: I was scared. I chose to stay.",
            "scared",
            "I chose to stay");
    assertThat(imported().project().sets().getFirst().codes()).hasSize(2);
  }

  @Test
  void turns_and_codes_come_back_under_their_own_ids() throws Exception {
    CodedItems items = CodedItems.of(imported());
    assertThat(items.items())
        .extracting(CodedItems.Item::id, CodedItems.Item::client, CodedItems.Item::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("session-3/0", "client-7", "How was it? 😀"),
            org.assertj.core.groups.Tuple.tuple(
                "session-3/1", "client-7", "I was scared. I chose to stay."));
    assertThat(items.lines())
        .containsExactly(
            new CodedItems.Line("session-3/1", "emotion.fear", 6, 12, "scared", "Ann"),
            new CodedItems.Line(
                "session-3/1", "theme.staying", 14, 29, "I chose to stay", "rule: x 1.0"));
  }

  @Test
  void memos_times_and_what_the_standard_cannot_hold_come_back() throws Exception {
    Imported imported = imported();
    QdaProject.Selection scared = imported.project().sources().getFirst().selections().get(2);
    assertThat(scared.created()).isEqualTo(Instant.parse("2025-01-02T03:04:05Z"));
    assertThat(imported.project().notes().getFirst().text()).isEqualTo("not sure, see session 2");
    SideFile side = Objects.requireNonNull(imported.side());
    assertThat(side.codings().get(scared.codings().getFirst().guid()))
        .containsEntry("cue", "emotion.fear/adjectives");
  }

  @Test
  void the_shipped_codebooks_make_a_valid_code_book() throws Exception {
    CodeTrees trees = CodeTrees.of(codebooks());
    byte[] bytes = QdaFile.codebook(QdaProject.codebook("", trees.roots(), List.of())).bytes();
    Schemas.codebook(bytes);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("<Sets");
    assertThat(QdaReader.read(bytes).project().codes()).isEqualTo(trees.roots());
  }

  @Test
  void a_guid_stays_the_same() {
    assertThat(CodeTrees.guid("emotion.fear"))
        .isEqualTo(CodeTrees.guid("emotion.fear"))
        .isNotEqualTo(CodeTrees.guid("emotion.joy"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void records_do_not_print_words() throws Exception {
    assertThat(SESSION.toString() + SESSION.parts() + SESSION.marks() + imported())
        .doesNotContain("scared");
  }
}
