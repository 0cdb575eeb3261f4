package org.throughline.agreement;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.throughline.agreement.RatedItem.CodedMark;

/** All coefficients with 1,000 samples over 10,000 units, against the coefficients alone. */
public final class AgreementBench {

  private static final int UNITS = 10_000;
  private static final String TEXT = "I felt it again and I went there slowly. ".repeat(5);

  private AgreementBench() {}

  /** Prints seconds, and the ratio of drawing samples to computing once. */
  public static void run(PrintStream out) {
    out.printf(Locale.ROOT, "%d units, %d samples, one code, seven coefficients%n", UNITS, 1000);
    for (int clients : new int[] {20, 500, UNITS}) {
      List<RatedItem> items = items(clients);
      agree(items, 100);
      double hundred = agree(items, 100);
      double thousand = agree(items, 1000);
      out.printf(
          Locale.ROOT,
          "%6d clients: %.2f s; 1,000 samples cost %.1f times 100%n",
          clients,
          thousand,
          thousand / hundred);
    }
  }

  private static double agree(List<RatedItem> items, int draws) {
    long start = System.nanoTime();
    List<CodeAgreement> found =
        CodeAgreements.of(
            List.of("a", "b"), items, CodingUnit.ITEM, Set.of(), new Resampling(draws, 1));
    if (found.size() != 1) {
      throw new IllegalStateException("the code is lost");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<RatedItem> items(int clients) {
    Random random = new Random(1);
    List<RatedItem> items = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      List<CodedMark> first = new ArrayList<>();
      List<CodedMark> second = new ArrayList<>();
      int start = random.nextInt(TEXT.length() - 40);
      var mark = new CodedMark("a.b", new Mark(start, start + 20), false);
      if (random.nextInt(4) == 0) {
        first.add(mark);
      }
      if (random.nextInt(10) < (first.isEmpty() ? 1 : 8)) {
        second.add(mark);
      }
      items.add(new RatedItem("i" + i, "c" + i % clients, TEXT, List.of(first, second)));
    }
    return items;
  }
}
