package org.throughline.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import org.throughline.transcript.reader.Answers;
import org.throughline.transcript.reader.TranscriptImporter;
import org.throughline.transcript.report.ImportJson;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.report.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = {
      "Reads transcripts, codes them and keeps them; all of a file or nothing of it.",
      "With --dry-run it only reads, and reports what it found."
    },
    mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

  private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");
  private static final long MOST_BYTES = 25L << 20;

  @Mixin private Folders folders = new Folders();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Transcripts, in any layout known.")
  private List<Path> files = List.of();

  @Option(names = "--client", paramLabel = "CLIENT", description = "Pseudonym or id.")
  private @Nullable String client;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the session (default: the date in the file's name).")
  private @Nullable LocalDate date;

  @Option(
      names = "--speaker",
      paramLabel = "LABEL=ROLE",
      description = "Whose label it is: client, therapist, other; repeatable.")
  private Map<String, String> speakers = new HashMap<>();

  @Option(names = "--accept", description = "A doubtful layout was looked at and found right.")
  private boolean accepted;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The file's character encoding, such as windows-1252.")
  private @Nullable Charset encoding;

  @Option(
      names = "--replace",
      paramLabel = "SESSION",
      description = "Put it in the place of this session (number or id); codings are carried over.")
  private @Nullable String replaces;

  @Option(
      names = "--keep-both",
      description = "Keep it although a session that says the same is there.")
  private boolean keepBoth;

  @Option(names = "--dry-run", description = "Only read and report; keep nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "For programs: one object a file.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return dryRun ? report() : keep();
  }

  private int report() throws IOException {
    int worst = ExitCodes.FINE;
    Output out = Output.of(spec);
    for (Path file : files) {
      ImportResult result =
          Files.size(file) > MOST_BYTES
              ? TranscriptImporter.tooLarge(Files.size(file))
              : TranscriptImporter.read(upload(file), new Answers(roles(), encoding, accepted));
      if (json) {
        out.jsonLine(ImportJson.of(result));
      }
      worst =
          Math.max(
              worst,
              switch (result) {
                case ImportResult.Imported read -> {
                  print(out, file, read.report(), "can be imported");
                  yield ExitCodes.FINE;
                }
                case ImportResult.NeedsMapping asks -> {
                  complain(file, asks.questions());
                  yield ExitCodes.PROBLEMS_FOUND;
                }
                case ImportResult.Refused refused -> {
                  complain(file, refused.reason(), refused.fix(), refused.line());
                  yield ExitCodes.WRONG_INPUT;
                }
              });
    }
    return worst;
  }

  private int keep() throws IOException, InterruptedException {
    String whose = client;
    if (whose == null) {
      throw new InputException("Say whose session it is with --client, or only look: --dry-run.");
    }
    int worst = ExitCodes.FINE;
    Output out = Output.of(spec);
    try (Desk desk = folders.open()) {
      String id = Whom.find(desk, whose).id();
      for (Path file : files) {
        var handedIn =
            new TranscriptFile(
                upload(file), dateOf(file), null, roles(), accepted, encoding, twins());
        Received received = desk.receive(Folders.ME, id, handedIn, null);
        if (json) {
          out.jsonLine(received);
        }
        switch (received) {
          case Received.Kept kept -> {
            print(out, file, kept.report(), "kept with " + kept.codings() + " codings");
            tell(out, kept);
          }
          case Received.Resembles resembles -> {
            complain(file, resembles);
            worst = Math.max(worst, ExitCodes.PROBLEMS_FOUND);
          }
          case Received.Asks asks -> {
            complain(file, asks.questions());
            worst = ExitCodes.WRONG_INPUT;
          }
          case Received.Refused refused -> {
            complain(file, refused.reason(), refused.fix(), refused.line());
            worst = ExitCodes.WRONG_INPUT;
          }
        }
      }
      desk.settle();
    }
    return worst;
  }

  private void print(Output out, Path file, ImportReport report, String outcome) {
    if (!json) {
      out.line(
          "%s: %s. %s (%s), %d turns, %d parts left out%s"
              .formatted(
                  file,
                  outcome,
                  report.dialect(),
                  report.why(),
                  report.turns(),
                  report.droppedByReason().values().stream().mapToInt(n -> n).sum(),
                  report.droppedByReason().isEmpty() ? "" : " " + report.droppedByReason()));
    }
  }

  private TranscriptFile.Twins twins() {
    String session = replaces;
    if (session != null) {
      return new TranscriptFile.Twins.Replace(session);
    }
    return keepBoth ? new TranscriptFile.Twins.KeepBoth() : new TranscriptFile.Twins.Ask();
  }

  private void tell(Output out, Received.Kept kept) {
    if (!json && replaces != null) {
      out.line(
          "  in the place of session %s: %d of people's codings carried over, %d lost"
              .formatted(replaces, kept.carried(), kept.lost().size()));
      kept.lost()
          .forEach(
              lost ->
                  out.line(
                      "  lost: %s in turn %d, %s (%s)"
                          .formatted(lost.code(), lost.turn(), lost.standing(), lost.reason())));
    }
  }

  private void complain(Path file, Received.Resembles resembles) {
    var err = spec.commandLine().getErr();
    for (Received.Earlier earlier : resembles.earlier()) {
      err.println(
          "%s: session %d of %s says %s."
              .formatted(
                  file,
                  earlier.number(),
                  earlier.date(),
                  earlier.kind().equals("same") ? "the same" : "much the same"));
    }
    err.println(
        "Nothing of it was kept. Put it in that session's place with --replace NUMBER, or keep"
            + " both with --keep-both.");
  }

  private void complain(Path file, List<Question> questions) {
    var err = spec.commandLine().getErr();
    for (Question question : questions) {
      err.println(
          "%s: %s%s (%s)"
              .formatted(
                  file,
                  question.subject().isEmpty() ? "" : question.subject() + ": ",
                  question.ask(),
                  String.join(", ", question.choices())));
    }
    err.println(
        "Nothing of it was kept. Answer with --speaker LABEL=ROLE, --encoding NAME, or --accept.");
  }

  private void complain(Path file, String reason, String fix, @Nullable Integer line) {
    spec.commandLine()
        .getErr()
        .println(file + ":" + (line == null ? "" : line + ":") + " " + reason + ". " + fix);
  }

  private Map<String, Role> roles() {
    Map<String, Role> roles = new HashMap<>();
    speakers.forEach((label, role) -> roles.put(label, Role.of(role)));
    return roles;
  }

  private LocalDate dateOf(Path file) {
    if (date != null) {
      return date;
    }
    Matcher named = DATE.matcher(String.valueOf(file.getFileName()));
    if (!named.find()) {
      throw new InputException(file + ": say when the session was with --date YYYY-MM-DD.");
    }
    return LocalDate.parse(named.group(1));
  }

  private static Upload upload(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new InputException(
          file + ": is larger than 25 MiB. A transcript is text; choose the text file.");
    }
    return new Upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }
}
