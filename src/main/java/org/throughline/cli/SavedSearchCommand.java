package org.throughline.cli;

import java.io.IOException;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.SearchView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "saved",
    description = "Searches kept under a name; each run asks today's consent.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | keep | run | forget)",
    footer = {"", "  saved keep shame 'emotion:shame near/10 drink'", "  saved run shame"})
final class SavedSearchCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "Lists them, the oldest first.", mixinStandardHelpOptions = true)
  int list(
      @Mixin Folders folders, @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      List<SearchView> kept = desk.searches().all(Folders.ME);
      if (json) {
        Output.of(spec).json(kept);
      } else {
        kept.forEach(one -> Output.of(spec).line(one.name() + "  " + one.q()));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Keeps a question under a name.", mixinStandardHelpOptions = true)
  int keep(
      @Mixin Folders folders,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(
              paramLabel = "WORDS",
              arity = "1..*",
              description = "A question in the search language; see the page \"search\".")
          List<String> words)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      SearchView kept = desk.searches().keep(Folders.ME, name, String.join(" ", words));
      Output.of(spec).line("kept: " + kept.name() + "  " + kept.q());
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Asks it again.", mixinStandardHelpOptions = true)
  int run(
      @Mixin Folders folders,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--limit", defaultValue = "20", description = "How many (default: 20).")
          int limit,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      desk.settle();
      QuotePage found =
          desk.searches()
              .run(desk.quoting().atTheMachine(Folders.ME), named(desk, name).id(), null, limit);
      QuoteText.print(found, json, Output.of(spec));
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Forgets it.", mixinStandardHelpOptions = true)
  int forget(@Mixin Folders folders, @Parameters(paramLabel = "NAME") String name)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      desk.searches().forget(Folders.ME, named(desk, name).id());
      Output.of(spec).line("forgotten: " + name);
    }
    return ExitCodes.FINE;
  }

  /** By name or id; the newest where two have one name. */
  private static SearchView named(Desk desk, String name) {
    return desk.searches().all(Folders.ME).reversed().stream()
        .filter(one -> one.name().equals(name) || one.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new InputException("no search is kept under this name: see saved list"));
  }
}
