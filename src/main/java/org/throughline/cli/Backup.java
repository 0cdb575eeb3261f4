package org.throughline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.throughline.record.Backups;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = {
      "Copies the record store, and every codebook text that coded it, into a folder, encrypted,",
      "also while a server runs on it.",
      "Copies older than 35 days are removed from that folder. The root key is not in the copy:",
      "keep it elsewhere."
    },
    mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(paramLabel = "FOLDER", description = "Where the copies are kept.")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Store store = Store.open(StoreSettings.from(folders.settings().data(), System.getenv()));
        Progress progress = Progress.of(spec)) {
      progress.step("Copying the record store");
      Path manifest = store.backups().write(Folders.ME, folder);
      Output.of(spec)
          .line(
              "Copied; kept for %d days. To restore: throughline restore %s --data NEW_FOLDER"
                  .formatted(Backups.KEPT.toDays(), manifest));
      return ExitCodes.FINE;
    }
  }
}
