package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.transcript.report.ImportResult;

/**
 * Every specimen of every dialect, clean and dirty, against its golden result.
 *
 * <p>A missing golden file is written and fails once, so that somebody reads it.
 */
class SpecimensTest {

  private static final Path FOLDER = Path.of("src/test/resources/specimens");

  static List<Path> specimens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(".golden")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void readsAsItsGoldenFileSays(Path specimen) throws IOException {
    String shown = show(Reading.of(Specimen.bytes(specimen)));
    Path golden = FOLDER.resolve(specimen.getFileName() + ".golden");
    if (!Files.exists(golden)) {
      Files.writeString(golden, shown);
      throw new AssertionError("wrote " + golden + ": read it, then run again");
    }
    assertThat(shown).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private static String show(ImportResult result) {
    StringBuilder text = new StringBuilder();
    switch (result) {
      case ImportResult.Imported r -> text.append("ok\n");
      case ImportResult.NeedsMapping r -> {
        text.append("needs mapping\n");
        r.questions()
            .forEach(
                q ->
                    text.append("ask ")
                        .append(q.kind())
                        .append(' ')
                        .append(q.subject())
                        .append('\n'));
      }
      case ImportResult.Refused r -> {
        return "refused: " + r.reason() + "\n";
      }
    }
    var report = Reading.report(result);
    text.append("dialect ")
        .append(report.dialect())
        .append(", ")
        .append(report.encoding().charset());
    text.append(", ")
        .append(report.encoding().lineEnds())
        .append(report.encoding().bom() ? ", BOM" : "");
    text.append("\n\n").append(Reading.turns(result)).append("\n\n");
    report
        .carriedOver()
        .forEach(
            g ->
                text.append("guess: turn ")
                    .append(g.turn())
                    .append(' ')
                    .append(g.span())
                    .append('\n'));
    text.append(Reading.dropped(result)).append('\n');
    report.notes().forEach(n -> text.append("note: ").append(n).append('\n'));
    text.append(
        report.conservation().holds()
            ? "conserved\n"
            : "NOT CONSERVED " + report.conservation() + "\n");
    return text.toString();
  }
}
