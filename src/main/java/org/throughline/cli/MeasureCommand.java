package org.throughline.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "measure",
    description = "Writes down scores, goals, ratings, words and events, and shows them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(score | add | show | withdraw)")
final class MeasureCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "Writes down a questionnaire's total.", mixinStandardHelpOptions = true)
  int score(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "QUESTIONNAIRE", description = "phq9, gad7, ors, …") String which,
      @Parameters(paramLabel = "SCORE", description = "The total.") double value,
      @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Default: today.")
          @Nullable LocalDate date,
      @Option(names = "--session", paramLabel = "N", description = "Which session it belongs to.")
          @Nullable Integer session)
      throws IOException {
    Map<String, Object> entry = new TreeMap<>();
    entry.put("kind", "score");
    entry.put("date", String.valueOf(date == null ? LocalDate.now(ZoneId.systemDefault()) : date));
    entry.put("questionnaire", which);
    entry.put("value", value);
    if (session != null) {
      entry.put("session", session);
    }
    return add(folders, client, JsonMapper.shared().writeValueAsString(entry));
  }

  @Command(
      description = {
        "Writes down any kind of entry, as JSON without an id:",
        "{\"kind\":\"one_word\",\"date\":\"2026-01-31\",\"word\":\"lighter\"}"
      },
      mixinStandardHelpOptions = true)
  int add(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "JSON", description = "As the API takes it.") String json)
      throws IOException {
    try (Desk desk = folders.open()) {
      Entry kept =
          desk.casework().measures().add(Folders.ME, Whom.find(desk, client).id(), json, null);
      Output.of(spec).line("Written down as " + kept.id() + ".");
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Shows everything that stands for a client, as JSON.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client)
      throws IOException {
    try (Desk desk = folders.open()) {
      Board board = desk.casework().measures().board(Folders.ME, Whom.find(desk, client).id());
      Output.of(spec).json(board);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Takes an entry back. It stays on record and counts no more.",
      mixinStandardHelpOptions = true)
  int withdraw(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "ENTRY", description = "Its id.") String entry,
      @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "") String reason)
      throws IOException {
    try (Desk desk = folders.open()) {
      desk.casework()
          .measures()
          .withdraw(Folders.ME, Whom.find(desk, client).id(), entry, reason.strip());
      Output.of(spec).line("Taken back.");
    }
    return ExitCodes.FINE;
  }
}
