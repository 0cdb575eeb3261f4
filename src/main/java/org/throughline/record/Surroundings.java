package org.throughline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What around the store could let words or keys slip onto a disk, to be said at the start. */
public final class Surroundings {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private Surroundings() {}

  /** One sentence for each thing that is not as it should be; each says what to do. */
  public static List<String> warnings(StoreSettings settings) {
    List<String> warnings = new ArrayList<>();
    for (Path folder : List.of(settings.data(), settings.guard())) {
      if (isOpenToOthers(folder)) {
        warnings.add(folder + " can be opened by other users of this machine: chmod 700 it");
      }
    }
    if (lines(Path.of("/proc/swaps")).size() > 1) {
      warnings.add("swap is on: words and keys in memory may be written to it; encrypt it");
    }
    for (String line : lines(Path.of("/proc/self/limits"))) {
      if (line.startsWith("Max core file size") && !line.matches("Max core file size\\s+0\\s.*")) {
        warnings.add("a crash may write memory to a file: start with 'ulimit -c 0'");
      }
    }
    return warnings;
  }

  private static boolean isOpenToOthers(Path folder) {
    try {
      return Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }
}
