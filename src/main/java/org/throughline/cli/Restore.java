package org.throughline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.throughline.record.AuditLog;
import org.throughline.record.Backups;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description = {
      "Makes a data folder from a backup. Clients erased since are erased again before anything",
      "can be read. The folder must not hold a store; the root key must be the old one."
    },
    mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(paramLabel = "MANIFEST", description = "The .json file that backup has written.")
  private Path manifest = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StoreSettings settings = StoreSettings.from(folders.settings().data(), System.getenv());
    Backups.Manifest restored = Backups.restore(manifest, settings);
    try (Store store = Store.open(settings)) {
      store
          .audit()
          .record(
              Folders.ME, "restore", null, null, "goes on from event " + restored.auditNumber());
      boolean whole = store.audit().verify() instanceof AuditLog.Whole;
      Output.of(spec)
          .line(
              "Restored as of %s: %d clients, %d sessions and check-ins; the audit log is %s."
                  .formatted(
                      restored.at(),
                      store.clients().ids().size(),
                      restored.rows().getOrDefault("entries", 0L),
                      whole ? "whole" : "NOT whole"));
      return whole ? ExitCodes.FINE : ExitCodes.PROBLEMS_FOUND;
    }
  }
}
