package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.record.Actor;
import picocli.CommandLine.Option;

/** Where data and codebooks are: options that most commands share. */
final class Folders {

  /** On whose behalf a command acts: whoever sits at the machine. */
  static final Actor ME = new Actor("local", "clinician", "care");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder (default: $THROUGHLINE_DATA, or data/practice beside the launcher).")
  private @Nullable Path data;

  @Option(
      names = "--codebooks",
      paramLabel = "DIR",
      description = "Folder of codebook files (default: codebooks beside the launcher).")
  private @Nullable Path codebooks;

  @Option(
      names = "--likeness",
      description =
          "Find sentences by their meaning too: takes some seconds of computing for each session,"
              + " in the background (default: $THROUGHLINE_LIKENESS, off).")
  private boolean likeness;

  /** The folder of the program: where the launcher lies. */
  static Path home() {
    return Path.of(System.getProperty("throughline.home", "."));
  }

  Path codebooks() {
    return codebooks == null ? home().resolve("codebooks") : codebooks;
  }

  DeskSettings settings() {
    Path chosen =
        data != null
            ? data
            : Optional.ofNullable(System.getenv("THROUGHLINE_DATA"))
                .map(Path::of)
                .orElse(home().resolve("data").resolve("practice"));
    DeskSettings settings = DeskSettings.from(chosen, codebooks(), System.getenv());
    return likeness ? new DeskSettings(settings.data(), settings.codebooks(), true) : settings;
  }

  Desk open() throws IOException {
    return Desk.open(settings());
  }
}
