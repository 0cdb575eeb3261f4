package org.throughline.cli;

import java.io.IOException;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.problem.Place;
import org.throughline.problem.Strip;
import org.throughline.trajectory.TrajectoryView.QuoteView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "problem",
    description = "Names problems, links passages to them and confirms their stages.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | name | candidates | link)")
final class ProblemCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      description = "Lists a client's problems, passage by passage.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      List<Strip> strips =
          desk.casework().problems().strips(Folders.ME, Whom.find(desk, client).id());
      if (json) {
        Output.of(spec).json(strips);
      } else {
        strips.forEach(this::print);
      }
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Names a new problem.", mixinStandardHelpOptions = true)
  int name(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "WORDS", description = "In the client's words, if they gave any.")
          String words,
      @Option(names = "--by-clinician", description = "These are not the client's words.")
          boolean byClinician)
      throws IOException {
    try (Desk desk = folders.open()) {
      print(
          desk.casework()
              .problems()
              .name(Folders.ME, Whom.find(desk, client).id(), words, !byClinician, null));
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Shows passages that may be about a problem; nothing is linked.",
      mixinStandardHelpOptions = true)
  int candidates(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "PROBLEM", description = "Its id.") String problem)
      throws IOException {
    try (Desk desk = folders.open()) {
      for (QuoteView quote :
          desk.casework()
              .problems()
              .candidates(Folders.ME, Whom.find(desk, client).id(), problem)) {
        Output.of(spec)
            .line(
                "%s %d %d %d  %s: “%s”"
                    .formatted(
                        quote.sessionId(),
                        quote.turn(),
                        quote.start(),
                        quote.end(),
                        quote.code(),
                        quote.context().strip()));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Links a passage to a problem.", mixinStandardHelpOptions = true)
  int link(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "PROBLEM", description = "Its id.") String problem,
      @Parameters(paramLabel = "SESSION", description = "Its id.") String session,
      @Parameters(paramLabel = "TURN") int turn,
      @Parameters(paramLabel = "START") int start,
      @Parameters(paramLabel = "END") int end,
      @Option(
              names = "--stage",
              paramLabel = "0–7",
              description = "Where it stands, as you see it; in halves.")
          @org.jspecify.annotations.Nullable
          Double stage)
      throws IOException {
    try (Desk desk = folders.open()) {
      String id = Whom.find(desk, client).id();
      var place = new Place(session, turn, start, end);
      Strip strip = desk.casework().problems().link(Folders.ME, id, problem, place);
      print(
          stage == null
              ? strip
              : desk.casework().problems().stage(Folders.ME, id, problem, place, stage));
    }
    return ExitCodes.FINE;
  }

  private void print(Strip strip) {
    Output out = Output.of(spec);
    out.line(strip.problem() + "  “" + strip.words().text() + "”  " + strip.says());
    strip
        .passages()
        .forEach(
            passage ->
                out.line(
                    "    session %d, turn %d: %s “%s”"
                        .formatted(
                            passage.number(),
                            passage.place().turn(),
                            passage.confirmed() != null
                                ? "stage " + passage.confirmed()
                                : passage.suggested() == null
                                    ? "no stage"
                                    : "suggested " + passage.suggested(),
                            passage.quote().text())));
  }
}
