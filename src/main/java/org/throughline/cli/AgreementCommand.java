package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodeAgreements;
import org.throughline.agreement.CodingUnit;
import org.throughline.agreement.Resampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "agreement",
    description = {
      "Says how far coders agree, code by code. One file a coder: codings as 'code' writes them,",
      "one a line, or coded items (id, text, client, codings) as gold files have them.",
      "Codings alone do not tell which texts nobody coded: give those with --items."
    },
    mixinStandardHelpOptions = true)
final class AgreementCommand implements Callable<Integer> {

  @Parameters(arity = "2..*", paramLabel = "CODER.jsonl", description = "One file for each coder.")
  private List<Path> files = List.of();

  @Option(
      names = "--items",
      paramLabel = "ITEMS.jsonl",
      description = "The texts that were coded: id, text, client.")
  private @Nullable Path items;

  @Option(
      names = "--unit",
      description = "What carries a code or not: item (default), sentence or word.")
  private CodingUnit unit = CodingUnit.ITEM;

  @Option(
      names = "--ordered",
      paramLabel = "CONSTRUCT",
      description = "A construct whose codes are steps (default: assimilation).")
  private Set<String> ordered = Set.of("assimilation");

  @Option(names = "--code", description = "Only codes that begin so.")
  private String code = "";

  @Option(names = "--draws", description = "Samples for the intervals (default: 1000).")
  private int draws = Resampling.DEFAULT.draws();

  @Option(names = "--seed", description = "Of the samples.")
  private long seed = Resampling.DEFAULT.seed();

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    CoderFiles coders = CoderFiles.read(files, items, code);
    List<CodeAgreement> found =
        CodeAgreements.of(
            coders.raters(), coders.items(), unit, ordered, new Resampling(draws, seed));
    if (json) {
      Output.of(spec).json(AgreementText.json(coders, unit, found));
    } else {
      Output.of(spec).text(AgreementText.of(coders, unit, found));
    }
    return ExitCodes.FINE;
  }
}
