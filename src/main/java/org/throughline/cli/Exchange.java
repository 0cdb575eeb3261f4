package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.CodebookReader;
import org.throughline.exchange.CodeTrees;
import org.throughline.exchange.CodedItems;
import org.throughline.exchange.CodedText;
import org.throughline.exchange.Imported;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaExport;
import org.throughline.exchange.QdaFile;
import org.throughline.exchange.QdaProject;
import org.throughline.exchange.QdaReader;
import org.throughline.exchange.SideFile;
import org.throughline.transcript.source.UnreadableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "exchange",
    description = "Code books and coded texts to and from NVivo, ATLAS.ti, MAXQDA and others.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Exchange.Codebook.class, Exchange.Export.class, Exchange.Import.class})
final class Exchange {

  private Exchange() {}

  @Command(
      name = "codebook",
      description = "Writes the codebooks as a REFI-QDA code book (.qdc) with a side file.",
      mixinStandardHelpOptions = true)
  static final class Codebook implements Callable<Integer> {

    @Mixin private Folders folders = new Folders();

    @Option(names = "--output", required = true, paramLabel = "BOOK.qdc", description = "File.")
    private Path output = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      CodeTrees trees = CodeTrees.of(CodebookReader.readAll(folders.codebooks()));
      QdaFile file = QdaFile.codebook(QdaProject.codebook("", trees.roots(), List.of()));
      Path side = output.resolveSibling(output.getFileName() + ".throughline.json");
      Files.write(output, file.bytes());
      Files.write(side, SideFile.ofCodes(trees.parts()).bytes());
      Output.of(spec)
          .line(trees.parts().size() + " codes in " + output + "; what it cannot hold in " + side);
      losses(spec, file.losses());
      return ExitCodes.FINE;
    }
  }

  @Command(
      name = "export",
      description = {
        "Writes coded texts as a REFI-QDA project (.qdpx). Texts must be such as may leave the house:",
        "nothing here takes names out of them."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    @Mixin private Folders folders = new Folders();

    @Parameters(
        arity = "0..*",
        paramLabel = "CODER.jsonl",
        description = "Codings, one file for each coder.")
    private List<Path> coders = List.of();

    @Option(names = "--items", required = true, description = "The texts: id, text, client.")
    private Path items = Path.of("");

    @Option(names = "--name", description = "Of the project.")
    private String name = "Throughline";

    @Option(names = "--output", required = true, paramLabel = "PROJECT.qdpx", description = "File.")
    private Path output = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      List<CodedText> texts = ExchangeLines.texts(items, coders);
      CodeTrees trees = CodeTrees.of(CodebookReader.readAll(folders.codebooks()));
      QdaFile file = QdaExport.file(name, trees, texts);
      Files.write(output, file.bytes());
      Output.of(spec).line(texts.size() + " texts in " + output);
      losses(spec, file.losses());
      return ExitCodes.FINE;
    }
  }

  @Command(
      name = "import",
      description = {
        "Reads a code book (.qdc) or project (.qdpx) of any program into a folder: items.jsonl,",
        "codes.jsonl, a file of codings for each coder, quarantine.jsonl."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
        names = "--output",
        paramLabel = "FOLDER",
        description = "Where to; only looks without.")
    private @Nullable Path output;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      Imported imported = read();
      CodedItems items = CodedItems.of(imported);
      Path folder = output;
      if (folder != null) {
        write(folder, imported, items);
      }
      Output out = Output.of(spec);
      out.line(
          "%d codes, %d texts, %d codings"
              .formatted(items.codes().size(), items.items().size(), items.lines().size()));
      if (!imported.project().sources().isEmpty()) {
        out.line(
            "Positions read as %s; %d of %d quotes agree"
                .formatted(imported.reading().inWords(), imported.agreed(), imported.quoted()));
      }
      if (items.across() > 0) {
        out.line(items.across() + " codings reach over a turn's end and were cut there");
      }
      imported.warnings().forEach(warning -> out.line("Note: " + warning));
      losses(spec, imported.losses());
      if (!imported.quarantine().isEmpty()) {
        out.line(
            imported.quarantine().size()
                + " selections in quarantine: their positions and their words disagree"
                + (folder == null ? "" : "; see " + folder.resolve("quarantine.jsonl")));
        return ExitCodes.PROBLEMS_FOUND;
      }
      return ExitCodes.FINE;
    }

    private Imported read() throws IOException {
      try {
        return QdaReader.read(Files.readAllBytes(file));
      } catch (UnreadableException e) {
        throw new InputException(file + ": " + e.getMessage());
      }
    }

    private static void write(Path folder, Imported imported, CodedItems items) throws IOException {
      Files.createDirectories(folder);
      ExchangeLines.write(folder.resolve("items.jsonl"), items.items());
      ExchangeLines.write(folder.resolve("codes.jsonl"), items.codes());
      ExchangeLines.write(folder.resolve("quarantine.jsonl"), imported.quarantine());
      Map<String, List<CodedItems.Line>> byRater = new TreeMap<>();
      for (CodedItems.Line line : items.lines()) {
        byRater.computeIfAbsent(line.rater(), rater -> new java.util.ArrayList<>()).add(line);
      }
      int nameless = 0;
      for (Map.Entry<String, List<CodedItems.Line>> rater : byRater.entrySet()) {
        String name = rater.getKey().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        boolean plain = !name.isEmpty() && !name.startsWith(".");
        ExchangeLines.write(
            folder.resolve("codings-" + (plain ? name : "coder-" + ++nameless) + ".jsonl"),
            rater.getValue());
      }
    }
  }

  private static void losses(CommandSpec spec, List<Loss> losses) {
    for (Loss loss : losses) {
      Output.of(spec)
          .line(
              "Not carried over: %d %s (%s)".formatted(loss.count(), loss.what(), loss.because()));
    }
  }
}
