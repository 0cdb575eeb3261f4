package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real disk of 64 megabytes (tmpfs in a namespace of its own, which an ordinary user may make on
 * most Linux systems), filled to the last byte at different moments.
 */
class FullDiskIT {

  private static final int MOMENTS = Integer.getInteger("throughline.moments", 4);

  @TempDir Path folder;

  @Test
  void uploadsAreRefusedReadsGoOnAndNothingBreaks() throws Exception {
    assumeTrue(mayMount(), "this system lets nobody make a small disk");
    int refused = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      // With a floor uploads stop before the disk is full; without, in the middle of a write.
      boolean floor = moment % 2 == 0;
      Map<String, String> said = run(moment, floor ? 64 << 10 : 0);
      int rejected = Integer.parseInt(said.get("REFUSED"));
      int kept = moment + 20 - rejected;
      assertThat(rejected).isBetween(floor ? 20 : 1, 20);
      assertThat(said)
          .containsEntry("READ", Integer.toString(kept))
          .containsEntry("ACKNOWLEDGED", Integer.toString(kept + 1))
          .containsEntry("KEPT", Integer.toString(kept + 1))
          .containsEntry("SESSIONS", Integer.toString(kept + 1))
          .containsEntry("AUDIT", "true");
      refused += rejected;
    }
    System.out.printf(
        "disk full at %d moments: %d uploads refused, all reads answered, nothing lost or broken%n",
        MOMENTS, refused);
  }

  private Map<String, String> run(int moment, int floor) throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk" + moment));
    String java =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED -cp",
            "'"
                + System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"))
                + "'",
            FullDisk.class.getName(),
            "'" + disk + "'",
            Integer.toString(moment),
            Integer.toString(floor));
    Process process =
        new ProcessBuilder(
                List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=64m tmpfs '" + disk + "' && exec " + java))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    Map<String, String> said = new TreeMap<>();
    output.lines().forEach(line -> said.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
    return said;
  }

  private boolean mayMount() throws InterruptedException {
    try {
      Path probe = Files.createDirectory(folder.resolve("probe"));
      return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", probe.toString())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
