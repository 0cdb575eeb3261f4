package org.throughline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Cohorts;
import org.throughline.desk.Desk;
import org.throughline.indicator.Indicator;
import org.throughline.report.CohortReport;
import org.throughline.report.Document;
import org.throughline.report.Docx;
import org.throughline.report.Html;
import org.throughline.report.Manifest;
import org.throughline.report.Markdown;
import org.throughline.report.Reports;
import org.throughline.report.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "report",
    description = {
      "Makes a report about a client: session-note, supervision-snapshot, narrative-review,"
          + " plain-summary, funder or reconciliation.",
      "\"report cohort\" and \"report exceptions\" are about all clients.",
      "With --output its manifest, which holds no words, is written beside it;"
          + " \"report verify MANIFEST.json CLIENT\" checks later whether it still holds."
    },
    mixinStandardHelpOptions = true)
final class Report implements Callable<Integer> {

  enum Format {
    MARKDOWN,
    HTML,
    DOCX
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Mixin private Folders folders = new Folders();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which report.")
  private @Nullable String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "CLIENT", description = "Pseudonym or id.")
  private @Nullable String client;

  @Option(
      names = "--session",
      paramLabel = "N",
      description = "For a session note: number or id (default: the latest).")
  private @Nullable String session;

  @Option(
      names = "--figure",
      paramLabel = "ID",
      description = "For a reconciliation: a figure of the supervision snapshot.")
  private @Nullable String figure;

  @Option(names = "--size", paramLabel = "N", description = "For a reconciliation: how many cases.")
  private @Nullable Integer size;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "For a reconciliation: draws the same cases again.")
  private @Nullable Long seed;

  @Option(
      names = "--exploratory",
      description = "Speak of trends of codes that are exploratory here, too.")
  private boolean exploratory;

  @Option(names = "--format", description = "markdown, html or docx (default: markdown).")
  private Format format = Format.MARKDOWN;

  @Option(names = "--output", paramLabel = "FILE", description = "Default: to the screen.")
  private @Nullable Path output;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (name == null || client == null) {
      throw new ParameterException(spec.commandLine(), "Say which report, and about whom.");
    }
    if (format == Format.DOCX && output == null) {
      throw new InputException("A DOCX file needs a name: --output FILE.");
    }
    Map<String, String> parameters = new TreeMap<>();
    put(parameters, "session", session);
    put(parameters, "figure", figure);
    put(parameters, "size", size);
    put(parameters, "seed", seed);
    put(parameters, "exploratory", exploratory ? Desk.INCLUDE : null);
    try (Desk desk = folders.open()) {
      write(desk.report(Folders.ME, Whom.find(desk, client).id(), name, parameters));
    }
    return ExitCodes.FINE;
  }

  private void write(Reports.Made made) throws IOException {
    byte[] bytes = bytes(made.document(), format);
    Path to = output;
    if (to == null) {
      Output.of(spec).text(new String(bytes, StandardCharsets.UTF_8));
      return;
    }
    Path manifest = to.resolveSibling(to.getFileName() + ".manifest.json");
    Files.write(to, bytes);
    Files.writeString(manifest, JSON.writeValueAsString(made.manifest()));
    Output.of(spec).line("Wrote " + to + " and " + manifest);
  }

  @Command(
      description = {
        "Makes the report of a manifest again and says which of its figures no longer hold.",
        "Exit code 1 where one does not."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Mixin Folders where,
      @Parameters(paramLabel = "MANIFEST.json", description = "As written beside the report.")
          Path manifest,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String whose)
      throws IOException {
    Manifest kept = read(manifest);
    try (Desk desk = where.open()) {
      Verification found = desk.verify(Folders.ME, Whom.find(desk, whose).id(), kept);
      found.problems().forEach(problem -> Output.of(spec).line(problem));
      Output.of(spec)
          .line(
              "%d figures compared: %s"
                  .formatted(
                      found.figures(),
                      found.holds()
                          ? "the report holds"
                          : "%d problems".formatted(found.problems().size())));
      return found.holds() ? ExitCodes.FINE : ExitCodes.PROBLEMS_FOUND;
    }
  }

  @Command(
      description = {
        "In how many clients a figure rises, falls or does neither, without small cells.",
        "The table is kept: the next one is not played against it."
      },
      mixinStandardHelpOptions = true)
  int cohort(
      @Mixin Folders where,
      @Parameters(paramLabel = "FIGURE", description = "agency.share, emotion.range, …")
          String indicator,
      @Option(names = "--of", paramLabel = "WORDS", defaultValue = "all clients who consent")
          String cohort,
      @Option(
              names = "--by",
              paramLabel = "ATTRIBUTE",
              defaultValue = "",
              description = "Subgroups by an attribute of the clients' profiles.")
          String attribute,
      @Option(names = "--format", defaultValue = "markdown") Format as,
      @Option(names = "--output", paramLabel = "FILE") @Nullable Path to)
      throws IOException {
    try (Desk desk = where.open()) {
      Cohorts cohorts = desk.casework().cohorts();
      var question = new CohortReport.Question(cohort, Indicator.of(indicator), attribute);
      Cohorts.Made made = cohorts.report(Folders.ME, cohorts.everybody(), question);
      print(made.document(), as, to);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Clients whose record asks for a second look: a prompt, never blame.",
      mixinStandardHelpOptions = true)
  int exceptions(
      @Mixin Folders where,
      @Option(names = "--format", defaultValue = "markdown") Format as,
      @Option(names = "--output", paramLabel = "FILE") @Nullable Path to)
      throws IOException {
    try (Desk desk = where.open()) {
      Cohorts cohorts = desk.casework().cohorts();
      print(cohorts.exceptions(Folders.ME, cohorts.everybody()).document(), as, to);
    }
    return ExitCodes.FINE;
  }

  private void print(Document document, Format as, @Nullable Path to) throws IOException {
    if (as == Format.DOCX && to == null) {
      throw new InputException("A DOCX file needs a name: --output FILE.");
    }
    byte[] bytes = bytes(document, as);
    if (to == null) {
      Output.of(spec).text(new String(bytes, StandardCharsets.UTF_8));
    } else {
      Files.write(to, bytes);
      Output.of(spec).line("Wrote " + to);
    }
  }

  private static Manifest read(Path manifest) throws IOException {
    try {
      return Objects.requireNonNull(JSON.readValue(Files.readString(manifest), Manifest.class));
    } catch (JacksonException | NullPointerException e) {
      throw new InputException(manifest + ": is not a report's manifest.");
    }
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }

  private static byte[] bytes(Document document, Format format) throws IOException {
    return switch (format) {
      case MARKDOWN -> Markdown.of(document).getBytes(StandardCharsets.UTF_8);
      case HTML -> Html.of(document).getBytes(StandardCharsets.UTF_8);
      case DOCX -> {
        var bytes = new ByteArrayOutputStream();
        Docx.write(document, bytes);
        yield bytes.toByteArray();
      }
    };
  }
}
