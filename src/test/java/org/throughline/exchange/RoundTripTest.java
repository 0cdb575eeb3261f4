package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Laws over random projects; a failure names its seed. */
class RoundTripTest {

  private static final int PROJECTS = 150;

  @Test
  void what_is_written_is_valid_and_reads_back_equal() throws Exception {
    for (long seed = 0; seed < PROJECTS; seed++) {
      QdaProject project = new RandomProjects(seed).project();
      byte[] bytes = QdaFile.project(project, null).bytes();
      Schemas.project(bytes);
      Imported imported = QdaReader.read(bytes);
      assertThat(imported.project()).as("seed %d", seed).isEqualTo(project);
      assertThat(imported.quarantine()).as("seed %d", seed).isEmpty();
      assertThat(imported.losses()).as("seed %d", seed).isEmpty();
      assertThat(imported.reading()).as("seed %d", seed).isEqualTo(Reading.STANDARD);
    }
  }

  @Test
  void a_code_book_is_valid_and_reads_back_equal() throws Exception {
    for (long seed = 0; seed < PROJECTS; seed++) {
      QdaProject whole = new RandomProjects(seed).project();
      QdaProject codebook =
          QdaProject.codebook(
              "Throughline",
              whole.codes().stream().map(RoundTripTest::withoutNotes).toList(),
              whole.sets().stream().map(RoundTripTest::withoutSources).toList());
      byte[] bytes = QdaFile.codebook(codebook).bytes();
      Schemas.codebook(bytes);
      assertThat(QdaReader.read(bytes).project()).as("seed %d", seed).isEqualTo(codebook);
    }
  }

  /** Whatever a program counts, the quotes tell, and the project is the same. */
  @Test
  void every_reading_is_found_out() throws Exception {
    for (Reading.Unit unit : Reading.Unit.values()) {
      for (Reading.LineEnd lineEnd : Reading.LineEnd.values()) {
        for (boolean marked : new boolean[] {false, true}) {
          for (boolean included : new boolean[] {false, true}) {
            var reading = new Reading(marked, lineEnd, unit, included);
            Imported imported = QdaReader.read(OtherProgram.writing(reading));
            assertThat(imported.quarantine()).as(reading.inWords()).isEmpty();
            assertThat(imported.agreed())
                .as(reading.inWords())
                .isEqualTo(OtherProgram.QUOTES.size());
            assertThat(imported.project().sources().getFirst().selections())
                .as(reading.inWords())
                .allSatisfy(
                    selection ->
                        assertThat(OtherProgram.TEXT.substring(selection.start(), selection.end()))
                            .isEqualTo(selection.name()));
          }
        }
      }
    }
  }

  @Test
  void the_same_project_gives_the_same_bytes() {
    QdaProject project = new RandomProjects(4).project();
    assertThat(QdaFile.project(project, null).bytes())
        .isEqualTo(QdaFile.project(project, null).bytes());
  }

  @Test
  void the_side_file_comes_back() throws Exception {
    SideFile side =
        SideFile.of(
            Map.of("c", Map.of("id", "emotion.fear", "useWhen", List.of("named"))),
            Map.of("k", Map.of("cue", "emotion.fear/adjectives", "confidence", 0.9)),
            Map.of());
    QdaProject project = new RandomProjects(1).project();
    assertThat(QdaReader.read(QdaFile.project(project, side).bytes()).side()).isEqualTo(side);
  }

  @Test
  void what_a_code_book_cannot_hold_is_listed() {
    QdaProject project = new RandomProjects(3).project();
    int notes = notes(project.codes());
    assertThat(notes).isPositive();
    assertThat(QdaFile.codebook(project).losses())
        .containsExactly(new Loss("memos on codes", notes, "a code book has no place for them"));
  }

  private static int notes(List<QdaProject.Code> codes) {
    return codes.stream().mapToInt(code -> code.notes().size() + notes(code.children())).sum();
  }

  private static QdaProject.Code withoutNotes(QdaProject.Code code) {
    return new QdaProject.Code(
        code.guid(),
        code.name(),
        code.codable(),
        code.color(),
        code.description(),
        List.of(),
        code.children().stream().map(RoundTripTest::withoutNotes).toList());
  }

  private static QdaProject.CodeSet withoutSources(QdaProject.CodeSet set) {
    return new QdaProject.CodeSet(
        set.guid(), set.name(), set.description(), set.codes(), List.of());
  }
}
