package org.throughline.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code ./throughline bench coding|search}: prints ratios from one run. */
public final class Bench {

  private Bench() {}

  /** Runs the benchmark named by the first word. */
  public static void main(String[] words) throws Exception {
    Path home = Path.of(System.getProperty("throughline.home", "."));
    List<String> rest = List.of(words).subList(Math.min(1, words.length), words.length);
    switch (words.length == 0 ? "" : words[0]) {
      case "coding" -> CodingBench.run(home, rest, System.out);
      default -> {
        System.err.println("Which benchmark? ./throughline bench coding");
        System.exit(2);
      }
    }
  }
}
