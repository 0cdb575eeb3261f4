package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command says to files it cannot use: where, never what stands there. */
class DeidentifyTest {

  @TempDir Path folder;

  private record Answer(int code, String said) {}

  private Answer run(String items, String cards) throws IOException {
    Path input = Files.writeString(folder.resolve("items.jsonl"), items);
    Path known = Files.writeString(folder.resolve("cards.jsonl"), cards);
    var err = new StringWriter();
    ExitCodes exitCodes = new ExitCodes();
    int code =
        new CommandLine(new Deidentify())
            .setExecutionExceptionHandler(exitCodes)
            .setExitCodeExceptionMapper(exitCodes)
            .setErr(new PrintWriter(err, true))
            .execute(
                "--input", input.toString(),
                "--cards", known.toString(),
                "--output", folder.resolve("out.jsonl").toString());
    return new Answer(code, err.toString());
  }

  @Test
  void aLineThatIsNoItemIsToldByItsNumber() throws IOException {
    Answer answer = run("{\"id\": \"a\", \"text\": \"fine\"}\n{\"id\": \"kingfisher\"\n", "");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.said()).contains("items.jsonl:2: not an item").doesNotContain("kingfisher");
  }

  @Test
  void anIdGivenTwiceIsRefused() throws IOException {
    String item = "{\"id\": \"kingfisher\", \"text\": \"fine\"}\n";
    Answer answer = run(item + item, "");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.said()).contains("items.jsonl:2:").doesNotContain("kingfisher");
  }

  @Test
  void aCardWithoutAClientIsRefused() throws IOException {
    Answer answer = run("{\"id\": \"a\", \"text\": \"fine\"}\n", "{\"names\": [\"kingfisher\"]}\n");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.said()).contains("cards.jsonl:1: not a card").doesNotContain("kingfisher");
  }

  @Test
  void nothingIsLeftBehindWhereNothingWasDone() throws IOException {
    run("broken", "");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
    assertThat(folder.resolve("out.jsonl.part")).doesNotExist();
  }
}
