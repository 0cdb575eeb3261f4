package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.record.AuditLog;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "Looks at the log of who read and changed what.",
    mixinStandardHelpOptions = true,
    subcommands = Audit.Verify.class)
final class Audit {

  @Command(
      name = "verify",
      description = "Checks that no event of the log was altered, removed, moved or put in.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Mixin private Folders folders = new Folders();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (Store store =
          Store.open(StoreSettings.from(folders.settings().data(), System.getenv()))) {
        return switch (store.audit().verify()) {
          case AuditLog.Whole whole -> {
            Output.of(spec).line("The audit log is whole: %d events.".formatted(whole.events()));
            yield ExitCodes.FINE;
          }
          case AuditLog.Broken broken -> {
            Output.of(spec)
                .line(
                    "The audit log was tampered with, first at event %d: %s."
                        .formatted(broken.number(), broken.why()));
            yield ExitCodes.PROBLEMS_FOUND;
          }
        };
      }
    }
  }
}
