package org.throughline.desk;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.throughline.quote.Corpus;
import org.throughline.record.Actor;

/**
 * How long it takes until nothing of one client can be read any more, in a practice of so many
 * turns: keys and rows destroyed, the index purged and sealed under another key, what was wiped
 * folded into the database file; and, for a measure, filling the index anew: {@code ./throughline
 * bench erasure [turns...]}.
 */
public final class ErasureBench {

  private static final Actor ME = Actor.program("bench");
  private static final int ERASED = 3;

  private ErasureBench() {}

  public static void run(List<String> sizes, PrintStream out) throws Exception {
    out.println(
        "| turns | words | clients | erasing one: median, slowest of "
            + ERASED
            + ", s | share of filling the index anew |");
    out.println("|---|---|---|---|---|");
    for (String turns : sizes.isEmpty() ? List.of("100000", "560000") : sizes) {
      measure(Integer.parseInt(turns), out);
    }
  }

  private static void measure(int turns, PrintStream out) throws Exception {
    try (FilledPractice practice = FilledPractice.of(new Corpus(20260101), turns);
        Desk desk = practice.open()) {
      desk.settle();
      long start = System.nanoTime();
      desk.reindex();
      double anew = seconds(start);
      double[] times = new double[ERASED];
      for (int i = 0; i < ERASED; i++) {
        String client = practice.clients().get(i * practice.clients().size() / ERASED);
        start = System.nanoTime();
        desk.custody().erase(ME, client);
        times[i] = seconds(start);
      }
      Arrays.sort(times);
      out.printf(
          Locale.ROOT,
          "| %,d | %,d | %,d | %.1f, %.1f | %.2f |%n",
          turns,
          practice.words(),
          practice.clients().size(),
          times[ERASED / 2],
          times[ERASED - 1],
          times[ERASED / 2] / anew);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
