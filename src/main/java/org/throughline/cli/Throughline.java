package org.throughline.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
    name = "throughline",
    description =
        "Qualitative analysis of therapy transcripts, each figure checkable against words.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Demo.class,
      Serve.class,
      ClientCommand.class,
      Consent.class,
      Import.class,
      Trajectory.class,
      MeasureCommand.class,
      ProblemCommand.class,
      Report.class,
      Search.class,
      SavedSearchCommand.class,
      MarkCommand.class,
      Code.class,
      AgreementCommand.class,
      Exchange.class,
      StudyCommand.class,
      Deidentify.class,
      CardCommand.class,
      ReleaseCommand.class,
      CodebookCommand.class,
      Learn.class,
      Reindex.class,
      Backup.class,
      Restore.class,
      Erase.class,
      Audit.class,
    },
    footer = {
      "",
      "Start with: ./throughline demo",
      "Exit codes: 0 fine, 1 problems found, 2 wrong usage or input, 70 a bug of ours."
    })
public final class Throughline {

  private Throughline() {}

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    ExitCodes exitCodes = new ExitCodes();
    return new CommandLine(new Throughline())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(exitCodes)
        .setExitCodeExceptionMapper(exitCodes)
        .execute(arguments);
  }
}
