package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.desk.Desk;
import org.throughline.record.Actor;
import org.throughline.record.ErasureCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "erase",
    description = {
      "Erases a client for good: destroys the keys, the rows, and what the index held.",
      "Prints a certificate of what was destroyed and what lies out of reach."
    },
    mixinStandardHelpOptions = true)
final class Erase implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.")
  private String client = "";

  @Option(names = "--yes", description = "Erase; without it nothing is done.")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      String id = Whom.find(desk, client).id();
      if (!yes) {
        throw new InputException(
            "Erasing cannot be undone, not from a backup either. Say it again with --yes.");
      }
      Actor by = new Actor("local", "privacy_officer", "erasure");
      ErasureCertificate certificate = desk.custody().erase(by, id);
      Output.of(spec).json(certificate);
      return ExitCodes.FINE;
    }
  }
}
