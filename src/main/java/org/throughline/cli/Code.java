package org.throughline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.coding.CodingLine;
import org.throughline.desk.Engine;
import org.throughline.desk.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "code",
    description = {
      "Codes texts without keeping anything: one JSON object a line in, one a coding out.",
      "In: id, text, speaker (client if left out), previous (the turn before).",
      "Out: id, code, start, end (UTF-16 units, end exclusive), quote, cue, attributes, confidence."
    },
    mixinStandardHelpOptions = true)
final class Code implements Callable<Integer> {

  /** Other fields of an item (gold codings, say) are none of this command's business. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final int EVERY = 50;

  @Mixin private Folders folders = new Folders();

  @Option(names = "--input", required = true, paramLabel = "ITEMS.jsonl", description = "Items.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "CODINGS.jsonl",
      description = "Where the codings go; overwritten.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (BufferedReader items = Files.newBufferedReader(input)) {
      Engine engine = Engine.load(folders.codebooks());
      // Written beside and moved, so that a broken line in the middle leaves no half file behind.
      Path half = output.resolveSibling(output.getFileName() + ".part");
      try {
        int codings = code(engine, items, half);
        Files.move(half, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Output.of(spec).line(codings + " codings in " + output);
      } finally {
        Files.deleteIfExists(half);
      }
    }
    return ExitCodes.FINE;
  }

  private int code(Engine engine, BufferedReader items, Path half) throws IOException {
    int codings = 0;
    try (Writer out = Files.newBufferedWriter(half);
        Progress progress = Progress.of(spec)) {
      String line;
      for (int number = 1; (line = items.readLine()) != null; number++) {
        if (line.isBlank()) {
          continue;
        }
        List<CodingLine> found = item(line, number).code(engine);
        for (CodingLine coding : found) {
          out.write(JSON.writeValueAsString(coding));
          out.write('\n');
        }
        codings += found.size();
        if (number % EVERY == 0) {
          progress.step(number + " items, " + codings + " codings");
        }
      }
    }
    return codings;
  }

  private Item item(String line, int number) {
    try {
      return JSON.readValue(line, Item.class);
    } catch (JacksonException | IllegalArgumentException e) {
      // The parser's own message quotes the line.
      throw new InputException(
          "%s:%d: not an item; write {\"id\": …, \"text\": …} on one line, speaker one of client,"
                  .formatted(input, number)
              + " therapist, other");
    }
  }
}
