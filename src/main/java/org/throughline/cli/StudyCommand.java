package org.throughline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodingUnit;
import org.throughline.agreement.Uncertainty;
import org.throughline.desk.Desk;
import org.throughline.desk.Studying;
import org.throughline.desk.view.CodingWork;
import org.throughline.desk.view.StudyView;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaFile;
import org.throughline.record.Actor;
import org.throughline.research.CaseAttribute;
import org.throughline.research.Themes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "study",
    description = {
      "Reads studies over released sessions, and takes them to other programs and back. Studies are",
      "begun, shared out and coded on the page or over REST (see the manual, research)."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | themes | agreement | quotes | table | export | import)")
final class StudyCommand {

  private static final Actor ME = new Actor("local", "researcher", "study");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "Lists all studies.", mixinStandardHelpOptions = true)
  int list(
      @Mixin Folders folders, @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      List<StudyView> all = desk.studies().all(ME).stream().map(StudyView::of).toList();
      if (json) {
        Output.of(spec).json(all);
        return ExitCodes.FINE;
      }
      for (StudyView study : all) {
        Output.of(spec)
            .line(
                "%s  %s: %d sessions of %d clients, %d coders%s%s"
                    .formatted(
                        study.id(),
                        study.name(),
                        study.sessions(),
                        study.clients(),
                        study.coders().size(),
                        study.withdrawn() == 0 ? "" : ", " + study.withdrawn() + " withdrawn since",
                        study.frozen() == null ? "" : ", frozen as " + study.frozen()));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Codes with codes, codes by case with denominators, and the saturation curve.",
      mixinStandardHelpOptions = true)
  int themes(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Option(names = "--by", description = "all, sessions, length or words.", defaultValue = "all")
          CaseAttribute by,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      Themes themes = desk.studies().themes(ME, study);
      Output out = Output.of(spec);
      if (json) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("codings", themes.codings().size());
        found.put("pairs", themes.pairs());
        found.put("codes", themes.byCase(by));
        found.put("saturation", themes.saturation());
        out.json(found);
        return ExitCodes.FINE;
      }
      out.line(themes.codings().size() + " codings hold");
      themes.byCase(by).forEach(cell -> out.line(line(cell)));
      themes
          .pairs()
          .forEach(
              pair ->
                  out.line(
                      "%s with %s: in %d turns (%d and %d turns; Jaccard %.2f)"
                          .formatted(
                              pair.a(),
                              pair.b(),
                              pair.turns(),
                              pair.first(),
                              pair.second(),
                              pair.overlap())));
      themes
          .saturation()
          .forEach(
              step ->
                  out.line(
                      "after %d sessions: %.1f codes met"
                          .formatted(step.sessions(), step.codes())));
    }
    return ExitCodes.FINE;
  }

  private static String line(Themes.Cell cell) {
    return "%s, %s: %d of %d clients (95 %% %.2f to %.2f), %d codings"
        .formatted(
            cell.code(),
            cell.group(),
            cell.clients().k(),
            cell.clients().n(),
            cell.interval().low(),
            cell.interval().high(),
            cell.codings());
  }

  @Command(description = "Agreement of the coders, code by code.", mixinStandardHelpOptions = true)
  int agreement(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Option(names = "--unit", description = "item, sentence or word.", defaultValue = "item")
          CodingUnit unit)
      throws IOException {
    try (Desk desk = folders.open()) {
      List<CodeAgreement> found = desk.studies().agreement(ME, study, unit);
      if (found.isEmpty()) {
        Output.of(spec).line("Fewer than two coders have finished anything.");
      }
      for (CodeAgreement code : found) {
        Output.of(spec).line(code.code() + "  " + code.band() + "  chosen " + code.prevalence());
        code.agreements().forEach(one -> Output.of(spec).line("    " + one + interval(one)));
      }
    }
    return ExitCodes.FINE;
  }

  private static String interval(Agreement agreement) {
    return switch (agreement) {
      case Agreement.Undefined undefined -> "";
      case Agreement.Estimate estimate ->
          switch (estimate.uncertainty()) {
            case Uncertainty.Unknown unknown -> "; no interval: " + unknown.because();
            case Uncertainty.Bootstrapped drawn ->
                "; 95 %% %.3f to %.3f, %d clients drawn again"
                    .formatted(drawn.interval().low(), drawn.interval().high(), drawn.clients());
          };
    };
  }

  @Command(
      description = "Quotes of a code at random, each client once before anybody twice.",
      mixinStandardHelpOptions = true)
  int quotes(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Parameters(paramLabel = "CODE") String code,
      @Option(names = "--limit", defaultValue = "20", description = "How many.") int limit,
      @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same quotes.")
          long seed)
      throws IOException {
    try (Desk desk = folders.open()) {
      for (Themes.Quote quote : desk.studies().quotes(ME, study, code, limit, seed)) {
        CodingWork.ThemeQuote view = CodingWork.of(quote);
        Output.of(spec)
            .line(
                "%s day %d, turn %d, %s: %s"
                    .formatted(
                        view.client(),
                        view.day(),
                        view.coding().turn(),
                        view.coding().code(),
                        view.quote().isEmpty()
                            ? "(not to be quoted)"
                            : "“" + view.quote().strip() + "”"));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(description = "The coding table as CSV, with offsets.", mixinStandardHelpOptions = true)
  int table(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Option(names = "--output", required = true, paramLabel = "FILE.csv") Path output)
      throws IOException {
    try (Desk desk = folders.open()) {
      Files.writeString(output, desk.studies().table(ME, study), StandardCharsets.UTF_8);
      Output.of(spec).line("the codings are in " + output);
    }
    return ExitCodes.FINE;
  }

  @Command(
      name = "export",
      description = "The study as a REFI-QDA project (.qdpx) for other programs.",
      mixinStandardHelpOptions = true)
  int out(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Option(names = "--output", required = true, paramLabel = "PROJECT.qdpx") Path output)
      throws IOException {
    try (Desk desk = folders.open()) {
      QdaFile file = desk.studies().project(ME, study);
      Files.write(output, file.bytes());
      Output.of(spec).line("Written to " + output);
      losses(file.losses());
    }
    return ExitCodes.FINE;
  }

  @Command(
      name = "import",
      description = "Takes over codings that you made in another program on an exported project.",
      mixinStandardHelpOptions = true)
  int in(
      @Mixin Folders folders,
      @Parameters(paramLabel = "STUDY", description = "Its id.") String study,
      @Parameters(paramLabel = "PROJECT.qdpx") Path file,
      @Option(names = "--user", description = "Under what name the file has your codings.")
          @Nullable String user)
      throws IOException {
    try (Desk desk = folders.open()) {
      Studying.ProjectImport taken = desk.studies().take(ME, study, Files.readAllBytes(file), user);
      Output.of(spec)
          .line(
              "%d codings taken over; positions read as %s; %d in quarantine"
                  .formatted(taken.added(), taken.reading(), taken.quarantined()));
      losses(taken.losses());
      return taken.quarantined() == 0 ? ExitCodes.FINE : ExitCodes.PROBLEMS_FOUND;
    }
  }

  private void losses(List<Loss> losses) {
    for (Loss loss : losses) {
      Output.of(spec)
          .line(
              "Not carried over: %d %s (%s)".formatted(loss.count(), loss.what(), loss.because()));
    }
  }
}
