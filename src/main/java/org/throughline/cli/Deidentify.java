package org.throughline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.IdentityCard;
import org.throughline.desk.ReleaseItem;
import org.throughline.desk.ReleaseItems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "deidentify",
    description = {
      "Finds what identifies in texts without keeping anything: one JSON object a line in, one span a",
      "line out. In: id, text, client (texts of one client are read together), kind (turn if left out,",
      "file or label for the name of a file or a speaker).",
      "Out: id, start, end (UTF-16 units, end exclusive), code, surrogate, queued (for a reviewer, not",
      "masked)."
    },
    mixinStandardHelpOptions = true)
final class Deidentify implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Option(names = "--input", required = true, paramLabel = "ITEMS.jsonl", description = "Texts.")
  private Path input = Path.of("");

  @Option(
      names = "--cards",
      paramLabel = "CARDS.jsonl",
      description = {
        "Identity cards: client, and lists of strings, any of which may be absent: names, nicknames,",
        "kin, partner, friends, clinicians, employers, schools, organisations, places, streets,",
        "addresses, postcodes, phones, emails, numbers, dob, dates."
      })
  private @Nullable Path cards;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "CODINGS.jsonl",
      description = "Where the spans go; overwritten.")
  private Path output = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "A file of at least 16 secret bytes, so that a later run gives the same surrogates. Left out,",
        "each run has its own."
      })
  private @Nullable Path key;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Map<String, IdentityCard> known = cards == null ? Map.of() : readCards(cards);
    List<ReleaseItem> items = readItems();
    ReleaseItems engine = ReleaseItems.load(key == null ? null : Files.readAllBytes(key));
    Path half = output.resolveSibling(output.getFileName() + ".part");
    try {
      int spans = 0;
      try (Writer out = Files.newBufferedWriter(half)) {
        for (ReleaseItems.Line line : engine.identify(items, known)) {
          out.write(JSON.writeValueAsString(line));
          out.write('\n');
          spans++;
        }
      }
      Files.move(half, output, StandardCopyOption.REPLACE_EXISTING);
      Output.of(spec).line(spans + " spans in " + output);
    } finally {
      Files.deleteIfExists(half);
    }
    return ExitCodes.FINE;
  }

  private List<ReleaseItem> readItems() throws IOException {
    Map<String, ReleaseItem> items = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(input)) {
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          ReleaseItem item = item(line, number);
          if (items.putIfAbsent(item.id(), item) != null) {
            throw new InputException(
                "%s:%d: this id was given before; ids must differ".formatted(input, number));
          }
        }
      }
    }
    return List.copyOf(items.values());
  }

  private ReleaseItem item(String line, int number) {
    try {
      return JSON.readValue(line, ReleaseItem.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      // The parser's own message quotes the line.
      throw new InputException(
          "%s:%d: not an item; write {\"id\": …, \"text\": …} on one line, kind file, label or turn"
              .formatted(input, number));
    }
  }

  private static Map<String, IdentityCard> readCards(Path file) throws IOException {
    Map<String, IdentityCard> cards = new HashMap<>();
    Set<String> twice = new HashSet<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (line.isBlank()) {
          continue;
        }
        try {
          IdentityCard card = JSON.readValue(line, IdentityCard.class);
          if (!twice.add(card.client())) {
            throw new InputException(
                "%s:%d: this client has a card already; write one line for each client"
                    .formatted(file, number));
          }
          cards.put(card.client(), card);
        } catch (JacksonException | IllegalArgumentException e) {
          throw new InputException(
              "%s:%d: not a card; write {\"client\": …, \"names\": [\"…\"], …} on one line"
                  .formatted(file, number));
        }
      }
    }
    return cards;
  }
}
