package org.throughline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Problem;
import org.throughline.coding.CodebookCheck;
import org.throughline.coding.CodebookDiff;
import org.throughline.language.EnglishAnalyzer;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Upload;
import org.throughline.transcript.reader.Answers;
import org.throughline.transcript.reader.TranscriptImporter;
import org.throughline.transcript.report.ImportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "codebook",
    description = "Checks codebooks against their own examples, and compares editions.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(check | diff)")
final class CodebookCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What a check prints for programs. */
  record Checked(String codebook, String version, CodebookCheck.Report report) {}

  @Command(
      description = "Runs every example and near miss; exit code 1 when one fails.",
      mixinStandardHelpOptions = true)
  int check(
      @Mixin Folders folders,
      @Parameters(paramLabel = "FILE", arity = "0..*", description = "Default: all in use.")
          List<Path> files,
      @Option(names = "--json", description = "For programs: one object a codebook.") boolean json)
      throws IOException {
    Output out = Output.of(spec);
    List<Problem> unreadable = new ArrayList<>();
    List<Codebook> books = new ArrayList<>();
    for (Path file : files == null || files.isEmpty() ? yaml(folders.codebooks()) : files) {
      switch (read(file)) {
        case CodebookReader.Result.Read read -> books.add(read.codebook());
        case CodebookReader.Result.Broken broken -> unreadable.addAll(broken.problems());
      }
    }
    if (!unreadable.isEmpty()) {
      throw new InputException(unreadable.stream().map(Problem::toString).toList());
    }
    var analyzer = EnglishAnalyzer.load();
    int worst = ExitCodes.FINE;
    for (Codebook book : books) {
      CodebookCheck.Report report = CodebookCheck.check(book, analyzer);
      if (json) {
        out.jsonLine(new Checked(book.id(), book.version(), report));
      } else {
        report.problems().forEach(problem -> out.line(problem.toString()));
        out.line(
            "%s %s: %d codes, %d examples, %d problems"
                .formatted(
                    book.id(),
                    book.version(),
                    report.codes(),
                    report.examples(),
                    report.problems().size()));
      }
      worst = report.problems().isEmpty() ? worst : ExitCodes.PROBLEMS_FOUND;
    }
    return worst;
  }

  @Command(
      description = "Shows which codings a new edition would add and drop in transcripts.",
      mixinStandardHelpOptions = true)
  int diff(
      @Parameters(index = "0", paramLabel = "OLD", description = "Codebook file.") Path before,
      @Parameters(index = "1", paramLabel = "NEW", description = "Codebook file.") Path after,
      @Parameters(
              index = "2..*",
              paramLabel = "TRANSCRIPT",
              description = "What to code with both (default: the sample transcripts).")
          List<Path> transcripts,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    CodebookDiff.Report report =
        CodebookDiff.diff(
            codebook(before), codebook(after), EnglishAnalyzer.load(), corpus(transcripts));
    Output out = Output.of(spec);
    if (json) {
      out.json(report);
      return ExitCodes.FINE;
    }
    report.appearing().forEach(change -> out.line(line('+', change)));
    report.vanishing().forEach(change -> out.line(line('-', change)));
    report
        .codes()
        .forEach(
            (code, n) ->
                out.line("%s: %d before, %d after".formatted(code, n.before(), n.after())));
    return ExitCodes.FINE;
  }

  private static String line(char sign, CodebookDiff.Change change) {
    return "%c %s “%s” (%s, turn %d, cue %s)"
        .formatted(
            sign, change.code(), change.quote(), change.transcript(), change.turn(), change.cue());
  }

  private static Codebook codebook(Path file) throws IOException {
    return switch (read(file)) {
      case CodebookReader.Result.Read read -> read.codebook();
      case CodebookReader.Result.Broken broken ->
          throw new InputException(broken.problems().stream().map(Problem::toString).toList());
    };
  }

  private static CodebookReader.Result read(Path file) throws IOException {
    return CodebookReader.read(
        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static Map<String, Transcript> corpus(List<Path> files) throws IOException {
    Map<String, Transcript> corpus = new TreeMap<>();
    for (Path file : files == null || files.isEmpty() ? samples() : files) {
      Upload upload = new Upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      Transcript read =
          switch (TranscriptImporter.read(upload, Answers.NONE)) {
            case ImportResult.Imported imported -> imported.transcript();
            // Whose words they are decides nothing here, so an open question is no obstacle.
            case ImportResult.NeedsMapping asks -> asks.transcript();
            case ImportResult.Refused refused ->
                throw new InputException(file + ": " + refused.reason() + ". " + refused.fix());
          };
      corpus.put(file.toString(), asClient(read));
    }
    return corpus;
  }

  private static Transcript asClient(Transcript transcript) {
    return new Transcript(
        transcript.turns().stream()
            .map(turn -> turn.role() == null ? turn.withRole(Role.CLIENT) : turn)
            .toList());
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> tree = Files.walk(Folders.home().resolve("sample-transcripts"), 2)) {
      return tree.filter(file -> file.toString().matches(".*\\.(vtt|txt|docx)")).sorted().toList();
    }
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
