package org.throughline.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Marking;
import org.throughline.desk.Question;
import org.throughline.desk.view.BatchView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mark",
    description = "Codes what a search finds, as one batch that can be taken back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(quotes | undo)",
    footer = {"", "  mark quotes agency.agentic '\"i decided\"'", "  mark undo 0c1f…"})
final class MarkCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      description = "Codes the words found in every turn that answers; look at them first.",
      mixinStandardHelpOptions = true)
  int quotes(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CODE", description = "Id of a code.") String code,
      @Parameters(
              paramLabel = "WORDS",
              arity = "1..*",
              description = "A question in the search language; see the page \"search\".")
          List<String> words,
      @Option(names = "--client", description = "Pseudonym or id.") @Nullable String client,
      @Option(
              names = "--why",
              defaultValue = "",
              paramLabel = "TEXT",
              description = "Stands with each coding.")
          String why,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      desk.settle();
      String who = client == null ? null : Whom.find(desk, client).id();
      Question question = Question.of(String.join(" ", words), null, who, null, 1);
      Marking.Coded made =
          desk.marking().code(desk.quoting().atTheMachine(Folders.ME), question, null, code, why);
      if (json) {
        Output.of(spec).json(made.batch());
      } else {
        Output.of(spec)
            .line(
                "batch %s: %s coded %s%s"
                    .formatted(
                        made.batch().id(),
                        QuoteText.count(Integer.toString(made.batch().codings().size()), "place"),
                        code,
                        made.skipped() == 0
                            ? ""
                            : "; left alone, as they had it already: " + made.skipped()));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Takes a batch back.", mixinStandardHelpOptions = true)
  int undo(
      @Mixin Folders folders,
      @Parameters(paramLabel = "BATCH", description = "Its id.") String batch)
      throws IOException, InterruptedException {
    try (Desk desk = folders.open()) {
      BatchView gone = desk.marking().takeBack(desk.quoting().atTheMachine(Folders.ME), batch);
      Output.of(spec)
          .line(
              "batch "
                  + gone.id()
                  + " taken back: "
                  + QuoteText.count(Integer.toString(gone.codings().size()), "coding"));
    }
    return ExitCodes.FINE;
  }
}
