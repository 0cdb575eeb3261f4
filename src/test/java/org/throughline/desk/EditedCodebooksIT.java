package org.throughline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Problem;

/** A codebook file is edited by hand while the engine runs. */
class EditedCodebooksIT {

  @TempDir Path folder;
  private Path codebooks;
  private Path file;
  private String first;
  private Desk desk;
  private EditedCodebooks edited;
  private Instant clock = Instant.parse("2026-01-12T10:00:00Z");

  @BeforeEach
  void open() throws IOException {
    codebooks = Files.createDirectories(folder.resolve("codebooks"));
    file = codebooks.resolve("emotion.yaml");
    Files.copy(Practice.CODEBOOKS.resolve("emotion.yaml"), file);
    first = Files.readString(file);
    desk =
        Desk.open(new DeskSettings(folder.resolve("practice"), codebooks), Engine.load(codebooks));
    edited = new EditedCodebooks(desk.shelf());
  }

  @AfterEach
  void close() {
    edited.close();
    desk.close();
  }

  @Test
  void whatCodesIsKeptUnderItsHashFromTheStart() {
    assertThat(kept(CodebookReader.hash(first))).hasContent(first);
  }

  @Test
  void anEditedFileIsPutInForceOnceItKeepsStill() throws IOException {
    String second = first.replace("version: 0.0.1", "version: 0.0.2").replace("scared", "four");
    write(second);

    edited.look();
    assertThat(version()).as("the editor may still be writing").isEqualTo("0.0.1");
    edited.look();

    assertThat(version()).isEqualTo("0.0.2");
    assertThat(edited.refused()).isEmpty();
    assertThat(kept(CodebookReader.hash(second))).hasContent(second);
    assertThat(kept(CodebookReader.hash(first))).hasContent(first);
    assertThat(desk.shelf().version("emotion", CodebookReader.hash(first))).isEqualTo(first);
  }

  @Test
  void aBrokenFileLeavesTheVersionInForceAndNamesEveryLine() throws IOException {
    write(first.replace("version: 0.0.1", "version: 0.0.2\nunit: sideways\ncolour: red"));
    look();

    assertThat(version()).isEqualTo("0.0.1");
    assertThat(edited.refused().get("emotion.yaml"))
        .extracting(problem -> problem.line() > 0)
        .hasSize(2)
        .containsOnly(true);

    write(first.replace("version: 0.0.1", "version: 0.0.3"));
    look();
    assertThat(version()).isEqualTo("0.0.3");
    assertThat(edited.refused()).isEmpty();
  }

  @Test
  void anExampleThatNoLongerHoldsRefusesTheFile() throws IOException {
    write(first.replace("version: 0.0.1", "version: 0.0.2").replace("[scared]", "[I]"));
    look();

    assertThat(version()).isEqualTo("0.0.1");
    assertThat(edited.refused().get("emotion.yaml"))
        .anySatisfy(problem -> assertThat(problem.message()).contains("does not fall on \"I\""));
  }

  @Test
  void anotherTextUnderTheSameVersionIsRefused() throws IOException {
    write(first + "\n# a note\n");
    look();

    assertThat(edited.refused().get("emotion.yaml"))
        .anySatisfy(
            problem -> assertThat(problem.message()).contains("names another text already"));
  }

  @Test
  void aNewFileIsTakenUpAsANewCodebook() throws IOException {
    Files.writeString(
        codebooks.resolve("weather.yaml"),
        first.replace("codebook: emotion", "codebook: weather").replace("emotion.", "weather."));
    look();

    assertThat(edited.refused()).isEmpty();
    assertThat(desk.codebook("weather").id()).isEqualTo("weather");
  }

  @Test
  void anEditFromBeforeTheFirstLookIsTakenUp() throws IOException {
    write(first.replace("version: 0.0.1", "version: 0.0.2"));
    edited.close();
    edited = new EditedCodebooks(desk.shelf());
    look();

    assertThat(version()).isEqualTo("0.0.2");
  }

  @Test
  void whatCodesIsKeptThoughTheFileChangedBetweenReadingAndOpening() throws IOException {
    Engine engine = Engine.load(codebooks);
    write(first.replace("version: 0.0.1", "version: 0.0.2"));
    Path practice = folder.resolve("second");

    try (Desk second = Desk.open(new DeskSettings(practice, codebooks), engine)) {
      assertThat(practice.resolve("codebooks/emotion/" + CodebookReader.hash(first) + ".yaml"))
          .hasContent(first);
      assertThat(second.shelf().source("emotion")).isEqualTo(first);
    }
  }

  @Test
  void aFileInAnotherEncodingIsNamedAndKeepsNoOtherFromBeingRead() throws IOException {
    Files.write(codebooks.resolve("a.yaml"), "description: café".getBytes(ISO_8859_1));
    write(first.replace("version: 0.0.1", "version: 0.0.2"));
    look();

    assertThat(edited.refused().get("a.yaml"))
        .extracting(Problem::message)
        .containsExactly("is not UTF-8: save it with the encoding UTF-8");
    assertThat(version()).isEqualTo("0.0.2");

    Files.delete(codebooks.resolve("a.yaml"));
    look();
    assertThat(edited.refused()).as("the file is gone").isEmpty();
  }

  @Test
  void whatCouldNotBeKeptIsTriedAgain() throws IOException {
    Path inTheWay = folder.resolve("practice/codebooks/weather");
    Files.writeString(inTheWay, "no folder can be made here");
    Files.writeString(
        codebooks.resolve("weather.yaml"),
        first.replace("codebook: emotion", "codebook: weather").replace("emotion.", "weather."));
    look();

    assertThat(edited.refused().get("weather.yaml"))
        .anySatisfy(problem -> assertThat(problem.message()).contains("it is tried again"));

    Files.delete(inTheWay);
    edited.look();
    assertThat(edited.refused()).isEmpty();
    assertThat(desk.codebook("weather").id()).isEqualTo("weather");
  }

  @Test
  void anUnreadableFileBreaksNothingOfACodebookUnderAnotherName() throws IOException {
    Files.write(codebooks.resolve("a.yaml"), "description: café".getBytes(ISO_8859_1));
    Files.move(file, codebooks.resolve("feelings.yaml"));
    assertThat(desk.shelf().versions("emotion")).hasSize(1);

    Files.delete(codebooks.resolve("feelings.yaml"));
    assertThat(desk.shelf().versions("emotion")).as("a file taken away stays in force").hasSize(1);
  }

  private void look() {
    edited.look();
    edited.look();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    clock = clock.plusSeconds(1);
    Files.setLastModifiedTime(file, FileTime.from(clock));
  }

  private String version() {
    return desk.codebook("emotion").version();
  }

  private Path kept(String hash) {
    return folder.resolve("practice/codebooks/emotion").resolve(hash + ".yaml");
  }
}
