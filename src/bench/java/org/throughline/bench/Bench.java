package org.throughline.bench;

import java.nio.file.Path;
import java.util.List;
import org.throughline.agreement.AgreementBench;
import org.throughline.desk.CourseBench;
import org.throughline.desk.ErasureBench;
import org.throughline.quote.SearchBench;
import org.throughline.web.RouteBench;

/**
 * {@code ./throughline bench coding|search|quotes|course|agreement|erasure}: prints ratios from one
 * run. {@code pieces} is JMH's and runs without this class.
 */
public final class Bench {

  private Bench() {}

  /** Runs the benchmark named by the first word. */
  public static void main(String[] words) throws Exception {
    Path home = Path.of(System.getProperty("throughline.home", "."));
    List<String> rest = List.of(words).subList(Math.min(1, words.length), words.length);
    switch (words.length == 0 ? "" : words[0]) {
      case "coding" -> CodingBench.run(home, rest, System.out);
      case "search" -> SearchBench.run(rest, System.out);
      case "course" -> CourseBench.run(home, rest, System.out);
      case "quotes" -> RouteBench.run(rest, System.out);
      case "agreement" -> AgreementBench.run(System.out);
      case "erasure" -> ErasureBench.run(rest, System.out);
      default -> {
        System.err.println(
            "Which benchmark? ./throughline bench coding|pieces|search|quotes|course|agreement|erasure");
        System.exit(2);
      }
    }
  }
}
