package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "reindex",
    description = "Empties the quote index and fills it again from the record store.",
    mixinStandardHelpOptions = true)
final class Reindex implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open();
        Progress progress = Progress.of(spec)) {
      progress.step("Filling the index from the record store");
      desk.reindex();
    }
    Output.of(spec).line("The index is filled again.");
    return ExitCodes.FINE;
  }
}
