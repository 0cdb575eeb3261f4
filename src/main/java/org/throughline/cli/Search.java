package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Question;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.QuoteView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description = "Finds verbatim quotes by words, by code, or both.",
    mixinStandardHelpOptions = true)
final class Search implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(
      paramLabel = "WORDS",
      arity = "0..*",
      description = "A question in the search language; see the page \"search\".")
  private List<String> words = List.of();

  @Option(names = "--code", description = "Id of a code, or of a construct for all its codes.")
  private @Nullable String code;

  @Option(names = "--client", description = "Pseudonym or id.")
  private @Nullable String client;

  @Option(names = "--limit", defaultValue = "20", description = "How many (default: 20).")
  private int limit;

  @Option(names = "--json", description = "For programs: the same record as GET /quotes.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      desk.settle();
      String who = client == null ? null : Whom.find(desk, client).id();
      QuotePage found =
          desk.quoting()
              .search(
                  desk.quoting().atTheMachine(Folders.ME),
                  Question.of(String.join(" ", words), code, who, null, limit));
      Output out = Output.of(spec);
      if (json) {
        out.json(found);
      } else {
        found.items().forEach(quote -> out.line(line(quote)));
        out.line(found.count() + (found.count().equals("1") ? " turn" : " turns"));
      }
    }
    return ExitCodes.FINE;
  }

  private static String line(QuoteView quote) {
    var text = new StringBuilder(quote.text());
    for (QuoteView.MarkView mark : quote.marks().reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return "%s  %s, turn %d (%s)%n    %s%n"
        .formatted(
            quote.date(),
            quote.number() == null ? "check-in" : "session " + quote.number(),
            quote.turn(),
            quote.role(),
            text.toString().replace("\n", "\n    "));
  }
}
