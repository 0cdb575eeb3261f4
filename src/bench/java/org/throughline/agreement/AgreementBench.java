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
    for (int codes : new int[] {1, 40}) {
      out.printf(
          Locale.ROOT,
          "%d units, %d samples, seven coefficients of each of %d codes%n",
          UNITS,
          1000,
          codes);
      for (int clients : new int[] {20, 500, UNITS}) {
        List<RatedItem> items = items(clients, codes);
        agree(items, 100, codes);
        double hundred = agree(items, 100, codes);
        double thousand = agree(items, 1000, codes);
        out.printf(
            Locale.ROOT,
            "%6d clients: %.2f s; 1,000 samples cost %.1f times 100%n",
            clients,
            thousand,
            thousand / hundred);
      }
    }
  }

  private static double agree(List<RatedItem> items, int draws, int codes) {
    long start = System.nanoTime();
    List<CodeAgreement> found =
        CodeAgreements.of(
            List.of("a", "b"), items, CodingUnit.ITEM, Set.of(), new Resampling(draws, 1));
    if (found.size() != codes) {
      throw new IllegalStateException("the code is lost");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Of forty codes a unit has about ten by either coder; the one code is on a quarter of the units. */
  private static List<RatedItem> items(int clients, int codes) {
    Random random = new Random(1);
    List<RatedItem> items = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      List<CodedMark> first = new ArrayList<>();
      List<CodedMark> second = new ArrayList<>();
      for (int code = 0; code < codes; code++) {
        int start = random.nextInt(TEXT.length() - 40);
        var mark = new CodedMark("a." + code, new Mark(start, start + 20), false);
        boolean one = random.nextInt(4) == 0;
        if (one) {
          first.add(mark);
        }
        if (random.nextInt(10) < (one ? 8 : 1)) {
          second.add(mark);
        }
      }
      items.add(new RatedItem("i" + i, "c" + i % clients, TEXT, List.of(first, second)));
    }
    return items;
  }
}
