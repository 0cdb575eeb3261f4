package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Asker;
import org.throughline.desk.Desk;
import org.throughline.desk.Exporting;
import org.throughline.desk.Likening;
import org.throughline.desk.Question;
import org.throughline.desk.view.FacetsView;
import org.throughline.desk.view.LinePage;
import org.throughline.desk.view.QuotePage;
import org.throughline.quote.Concordance;
import org.throughline.quote.GroupBy;
import org.throughline.quote.QuoteQuery;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description = "Finds verbatim quotes by words, by code, or both.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  search 'emotion:shame near/10 drink'",
      "  search '\"I decided\"' --kwic --sort right",
      "  search drink --group-by code,client,month",
      "  search 'code:agency' --sample 20 --seed 7",
      "  search 'emotion:shame' --export shame.docx"
    })
final class Search implements Callable<Integer> {

  private static final int WIDTH = 40;

  /** One way of looking at what is found; quotes with their context unless told otherwise. */
  static final class Way {
    @Option(names = "--kwic", description = "Every match in a line of its own (concordance).")
    private boolean kwic;

    @Option(
        names = "--group-by",
        split = ",",
        description = "Count turns by ${COMPLETION-CANDIDATES}; several with commas between.")
    private @Nullable List<GroupBy> groupBy;

    @Option(names = "--sample", description = "So many turns, drawn at random.")
    private @Nullable Integer sample;

    @Option(
        names = "--like",
        paramLabel = "TEXT",
        description = "Wordings of like meaning; needs --likeness.")
    private @Nullable String like;

    @Option(
        names = "--export",
        paramLabel = "FILE",
        description = "A list to hand out: FILE ends in .csv, .md or .docx.")
    private @Nullable Path export;
  }

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

  @Option(
      names = "--order",
      defaultValue = "NEWEST",
      description = "Of quotes: ${COMPLETION-CANDIDATES} (default: NEWEST).")
  private QuoteQuery.Order order = QuoteQuery.Order.NEWEST;

  @Option(
      names = "--sort",
      defaultValue = "NEWEST",
      description = "Of lines: ${COMPLETION-CANDIDATES} (default: NEWEST).")
  private Concordance.SortBy sort = Concordance.SortBy.NEWEST;

  @Option(names = "--seed", defaultValue = "1", description = "Draws the same sample again.")
  private long seed;

  @ArgGroup private Way way = new Way();

  @Option(names = "--json", description = "For programs: the same record as the REST API's.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      desk.settle();
      String who = client == null ? null : Whom.find(desk, client).id();
      Question question = Question.of(String.join(" ", words), code, who, null, limit).in(order);
      Asker asker = desk.quoting().atTheMachine(Folders.ME);
      if (way.kwic) {
        lines(desk.quoting().lines(asker, question, sort, WIDTH));
      } else if (way.groupBy != null) {
        counts(desk.quoting().groups(asker, question, way.groupBy));
      } else if (way.sample != null) {
        quotes(desk.quoting().sample(asker, question, seed, way.sample));
      } else if (way.like != null) {
        desk.settleAll();
        quotes(desk.likening().like(asker, new Likening.Wording(way.like), question));
      } else if (way.export != null) {
        export(desk, asker, question, way.export);
      } else {
        quotes(desk.quoting().search(asker, question));
      }
    }
    return ExitCodes.FINE;
  }

  private void quotes(QuotePage found) {
    QuoteText.print(found, json, Output.of(spec));
  }

  private void lines(LinePage found) {
    Output out = Output.of(spec);
    if (json) {
      out.json(found);
    } else {
      found.items().forEach(line -> out.line(QuoteText.line(line, WIDTH)));
      out.line(QuoteText.count(found.count(), "line"));
    }
  }

  private void counts(FacetsView found) {
    Output out = Output.of(spec);
    if (json) {
      out.json(found);
      return;
    }
    for (FacetsView.FacetView facet : found.facets()) {
      out.line("by " + facet.by());
      facet.groups().forEach(group -> out.line("%8d  %s".formatted(group.turns(), group.key())));
    }
    out.line(
        QuoteText.count(
            found.partial() ? "at least " + found.total() : Integer.toString(found.total()),
            "turn"));
  }

  private void export(Desk desk, Asker asker, Question question, Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (Exporting.Format format : Exporting.Format.values()) {
      if (name.endsWith("." + format.ending())) {
        Exporting.Exported made = desk.exporting().export(asker, question, "Quotes", format);
        Files.write(file, made.bytes());
        Output.of(spec)
            .line(
                made.quotes()
                    + " quotes in "
                    + file
                    + (made.leftOut() == 0
                        ? ""
                        : "; left out, for want of consent to external_export and"
                            + " quote_verbatim: "
                            + QuoteText.count(Integer.toString(made.leftOut()), "turn")));
        return;
      }
    }
    throw new InputException("the file to export to ends in .csv, .md or .docx");
  }
}
