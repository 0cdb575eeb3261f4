package org.throughline.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.BrokenCodebook;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Problem;
import org.throughline.codebook.WordList;
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
    description =
        "Checks codebooks against their own examples, compares editions, drafts one from a word"
            + " list.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(check | diff | import)")
final class CodebookCommand {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  private static final Pattern TRANSCRIPT =
      Pattern.compile(".*\\.(vtt|srt|txt|docx|pdf|rtf)", Pattern.CASE_INSENSITIVE);

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
      @Option(
              names = "--on",
              paramLabel = "DIR",
              description = "All transcripts of a folder, and of the folders in it.")
          @Nullable Path folder,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    CodebookDiff.Report report =
        CodebookDiff.diff(
            codebook(before),
            codebook(after),
            EnglishAnalyzer.load(),
            corpus(chosen(transcripts, folder)));
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
    if (report.appearing().isEmpty() && report.vanishing().isEmpty()) {
      out.line("No coding would change.");
    }
    return ExitCodes.FINE;
  }

  @Command(
      name = "import",
      description =
          "Drafts a codebook from a word list: a LIWC-style .dic file, or CSV with the columns word"
              + " and category. The draft needs definitions, examples and near misses.",
      mixinStandardHelpOptions = true)
  int draft(
      @Parameters(paramLabel = "FILE", description = "The word list, in UTF-8.") Path file,
      @Option(
              names = "--id",
              required = true,
              paramLabel = "ID",
              description = "The codebook's id: lower-case letters, digits, hyphens.")
          String id,
      @Option(
              names = "--language",
              paramLabel = "CODE",
              defaultValue = "en",
              description = "Language of the words (default: ${DEFAULT-VALUE}).")
          String language,
      @Option(
              names = "--output",
              paramLabel = "FILE",
              description = "Where to write it (default: standard output).")
          @Nullable Path output)
      throws IOException {
    if (!ID.matcher(id).matches()) {
      throw new InputException("--id: lower-case letters, digits and hyphens, a letter first");
    }
    if (output != null && Files.exists(output)) {
      throw new InputException(output + " exists already: name another file");
    }
    String draft;
    try {
      draft = WordList.draft(id, language, String.valueOf(file.getFileName()), text(file));
    } catch (BrokenCodebook e) {
      throw new InputException(e.problems().stream().map(Problem::toString).toList());
    }
    Output out = Output.of(spec);
    if (output == null) {
      draft.lines().forEach(out::line);
    } else {
      Files.writeString(output, draft, StandardCharsets.UTF_8);
      out.line(
          "%s holds a draft. Write down what each code means, with examples and near misses, then"
                  .formatted(output)
              + " run: throughline codebook check "
              + output);
    }
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
    return CodebookReader.read(String.valueOf(file.getFileName()), text(file));
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + " is no file");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputException(file + " is not in UTF-8: save it again as UTF-8");
    }
  }

  private static List<Path> chosen(@Nullable List<Path> files, @Nullable Path folder)
      throws IOException {
    List<Path> chosen = new ArrayList<>(files == null ? List.of() : files);
    if (folder != null) {
      if (!Files.isDirectory(folder)) {
        throw new InputException("--on " + folder + " is no folder");
      }
      List<Path> inside = transcripts(folder, Integer.MAX_VALUE);
      if (inside.isEmpty()) {
        throw new InputException("--on " + folder + " holds no transcript (.vtt, .srt, .txt, …)");
      }
      chosen.addAll(inside);
    }
    return chosen.isEmpty() ? transcripts(Folders.home().resolve("sample-transcripts"), 2) : chosen;
  }

  private static Map<String, Transcript> corpus(List<Path> files) throws IOException {
    Map<String, Transcript> corpus = new TreeMap<>();
    for (Path file : files) {
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

  private static List<Path> transcripts(Path folder, int depth) throws IOException {
    try (Stream<Path> tree = Files.walk(folder, depth)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> TRANSCRIPT.matcher(file.toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
