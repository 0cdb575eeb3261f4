package org.throughline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.IdentityCard;
import org.throughline.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "card",
    description = {
      "Shows a client's identity card, or writes another in its place: what must never reach",
      "research. A card is a JSON object of lists of strings, any of which may be absent: names,",
      "nicknames, kin, partner, friends, clinicians, employers, schools, organisations, places,",
      "streets, addresses, postcodes, phones, emails, numbers, dob, dates."
    },
    mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Mixin private Folders folders = new Folders();

  @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.")
  private String client = "";

  @Option(names = "--file", paramLabel = "CARD.json", description = "The card to write down.")
  private @Nullable Path file;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      String id = Whom.find(desk, client).id();
      Path given = file;
      if (given == null) {
        Output.of(spec).json(desk.releasing().card(Folders.ME, id));
      } else {
        IdentityCard card = read(given, id);
        desk.releasing().keepCard(Folders.ME, card);
        Output.of(spec).line("The card has %d lines.".formatted(card.size()));
      }
    }
    return ExitCodes.FINE;
  }

  private static IdentityCard read(Path file, String client) throws java.io.IOException {
    try {
      ObjectNode card = JSON.readValue(Files.readString(file), ObjectNode.class);
      return JSON.treeToValue(card.put("client", client), IdentityCard.class);
    } catch (JacksonException | IllegalArgumentException e) {
      // The parser's own message quotes the line.
      throw new InputException(
          file + ": not a card; write {\"names\": [\"…\"], \"kin\": [\"…\"], …}");
    }
  }
}
