package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.throughline.statistic.Tally;

/**
 * How many of the marks of one rater another rater made too: the harmonic mean of precision and
 * recall, which does not depend on who counts as the right one (Hripcsak, G. and Rothschild, A. S.
 * (2005). Agreement, the F-measure, and reliability in information retrieval. JAMIA 12, 296–298).
 * With more than two raters over all pairs together. Not corrected for chance.
 *
 * <p>Strict: the same start and end. Relaxed: at least half of the words that either marked are in
 * both. Matching is one to one, the largest overlap first.
 */
final class SpanF1 implements Recount {

  static final double HALF = .5;

  private final List<long[]> matched = new ArrayList<>();
  private final long[] made;
  private final Basis basis;

  SpanF1(List<MarkedText> texts, int raters) {
    Clients clients = Clients.of(texts);
    this.made = new long[clients.size()];
    matched.add(new long[clients.size()]);
    matched.add(new long[clients.size()]);
    long marks = 0;
    long marked = 0;
    for (MarkedText text : texts) {
      int client = clients.number(text);
      marked += text.isMarked() ? 1 : 0;
      marks += text.byRater().stream().mapToInt(List::size).sum();
      for (int a = 0; a < raters; a++) {
        for (int b = a + 1; b < raters; b++) {
          add(client, text.byRater().get(a), text.byRater().get(b));
        }
      }
    }
    this.basis =
        new Basis(
            marks,
            "spans",
            raters,
            clients.size(),
            Map.of("texts with the code", new Tally(marked, texts.size())));
  }

  private void add(int client, List<Mark> first, List<Mark> second) {
    made[client] += first.size() + second.size();
    if (!first.isEmpty() && !second.isEmpty()) {
      matched.get(0)[client] += matches(first, second, 1);
      matched.get(1)[client] += matches(first, second, HALF);
    }
  }

  private record Pair(int first, int second, double overlap) {}

  /** Pairs whose overlap reaches the least; 1 asks for the very same span. */
  static int matches(List<Mark> first, List<Mark> second, double least) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        boolean same = first.get(i).same(second.get(j));
        double overlap = same ? 2 : first.get(i).overlap(second.get(j));
        if (least < 1 ? overlap >= least : same) {
          pairs.add(new Pair(i, j, overlap));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    boolean[] usedFirst = new boolean[first.size()];
    boolean[] usedSecond = new boolean[second.size()];
    int matches = 0;
    for (Pair pair : pairs) {
      if (!usedFirst[pair.first()] && !usedSecond[pair.second()]) {
        usedFirst[pair.first()] = true;
        usedSecond[pair.second()] = true;
        matches++;
      }
    }
    return matches;
  }

  @Override
  public List<String> measures() {
    return List.of("span F1 strict", "span F1 relaxed");
  }

  @Override
  public Basis basis(int measure) {
    return basis;
  }

  @Override
  public List<Figure> figures(int[] times) {
    long strict = 0;
    long relaxed = 0;
    long all = 0;
    for (int client = 0; client < times.length; client++) {
      long weight = times[client];
      if (weight != 0 && made[client] != 0) {
        strict += weight * matched.get(0)[client];
        relaxed += weight * matched.get(1)[client];
        all += weight * made[client];
      }
    }
    return List.of(f1(strict, all), f1(relaxed, all));
  }

  private static Figure f1(long both, long all) {
    return all == 0 ? Figure.none("nobody marked anything") : Figure.of(2.0 * both / all);
  }
}
