package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing anybody runs, with the shipped codebooks and all sample transcripts. */
class DemoIT {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int demo(Path data) {
    return Throughline.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "demo",
        "--no-serve",
        "--data",
        data.toString());
  }

  @Test
  void threeClientsGoInAndThreeTrajectoriesComeOutTwiceInARow() {
    for (int round = 0; round < 2; round++) {
      out.getBuffer().setLength(0);
      assertThat(demo(folder.resolve("demo"))).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("Heron: “Going silent when someone disagrees with me”")
          .contains("8 sessions, 19 check-ins")
          .contains("Maple: “I've been drinking when the flat goes quiet”")
          .contains("7 sessions, 18 check-ins")
          .contains("(missed)")
          .contains("Quartz: “Work eats everything”")
          .contains("6 sessions, 14 check-ins")
          .contains("Painful feelings named (per 1,000 words)");
      assertThat(out.toString()).containsPattern("for {5}“[^”]*\\[[^]]+][^”]*” \\(session \\d");
      assertThat(out.toString()).containsPattern("against “[^”]*\\[[^]]+][^”]*” \\(session \\d");
    }
  }

  @Test
  void aFolderThatNoDemoMadeIsNeverWiped() throws Exception {
    Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThat(demo(folder)).isEqualTo(2);
    assertThat(err.toString()).contains("no demo made");
    assertThat(precious).hasContent("years of work");
  }
}
