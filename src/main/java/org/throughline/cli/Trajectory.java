package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.desk.Course;
import org.throughline.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trajectory",
    description = "Prints a client's course: counts with denominators, and quotes for and against.",
    mixinStandardHelpOptions = true)
final class Trajectory implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.")
  private String client = "";

  @Option(names = "--json", description = "For programs: the same record as GET …/trajectory.")
  private boolean json;

  @Option(
      names = "--exploratory",
      description = "Speak of trends of codes that are exploratory here, too.")
  private boolean exploratory;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      Course course = desk.course(Folders.ME, Whom.find(desk, client).id(), exploratory);
      if (json) {
        Output.of(spec).json(course.view());
      } else {
        Output.of(spec).text(course.text());
      }
    }
    return ExitCodes.FINE;
  }
}
