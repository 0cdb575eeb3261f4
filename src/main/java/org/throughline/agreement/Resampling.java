package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.throughline.statistic.Bootstrap;
import org.throughline.statistic.Interval;

/**
 * The cluster bootstrap: what one client says is alike, so clients are drawn again with
 * replacement, not single units. Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and
 * their Application, §3.8. Percentile interval at 95 %.
 *
 * @param draws how many samples
 * @param seed the same seed draws the same samples
 */
public record Resampling(int draws, long seed) {

  public static final Resampling DEFAULT = new Resampling(1000, 20260101L);

  /** With fewer clients the samples are too alike, and the interval would feign certainty. */
  public static final int FEWEST_CLIENTS = 5;

  /** More samples without a coefficient than this make the rest a selection. */
  private static final double MOST_UNDEFINED = .05;

  /** How many samples are drawn before anything is counted in them. */
  private static final int TOGETHER = 50;

  public Resampling {
    if (draws < 100) {
      throw new IllegalArgumentException("a percentile interval needs 100 draws or more");
    }
  }

  /** The coefficients of all recounts, in order; every one sees the same samples. */
  List<Agreement> estimate(List<? extends Recount> recounts, int clients) {
    int[] once = new int[clients];
    Arrays.fill(once, 1);
    List<List<Samples>> samples = new ArrayList<>();
    for (Recount recount : recounts) {
      List<Samples> own = new ArrayList<>();
      List<Figure> figures = recount.figures(once);
      for (int i = 0; i < figures.size(); i++) {
        own.add(new Samples(recount.measures().get(i), recount.basis(i), figures.get(i), draws));
      }
      samples.add(own);
    }
    if (clients >= FEWEST_CLIENTS) {
      draw(recounts, samples, clients);
    }
    return samples.stream().flatMap(List::stream).map(Samples::agreement).toList();
  }

  /** Samples are drawn by one thread, some at a time; recounts share them among all cores. */
  private void draw(List<? extends Recount> recounts, List<List<Samples>> samples, int clients) {
    var random = new SplittableRandom(seed);
    int[][] some = new int[Math.min(TOGETHER, draws)][clients];
    for (int drawn = 0; drawn < draws; drawn += some.length) {
      int now = Math.min(some.length, draws - drawn);
      for (int i = 0; i < now; i++) {
        fill(some[i], random);
      }
      IntStream.range(0, recounts.size())
          .parallel()
          .forEach(
              which -> {
                for (int i = 0; i < now; i++) {
                  List<Figure> figures = recounts.get(which).figures(some[i]);
                  for (int of = 0; of < figures.size(); of++) {
                    samples.get(which).get(of).add(figures.get(of));
                  }
                }
              });
    }
  }

  /** Two picks from each random number: this is the loop everything else waits for. */
  private static void fill(int[] times, SplittableRandom random) {
    Arrays.fill(times, 0);
    long bits = 0;
    for (int i = 0; i < times.length; i++) {
      bits = (i & 1) == 0 ? random.nextLong() : bits << 32;
      times[(int) (((bits >>> 32) * times.length) >>> 32)]++;
    }
  }

  /** One coefficient through all samples. */
  private static final class Samples {

    private final String measure;
    private final Basis basis;
    private final Figure figure;
    private final double[] values;
    private int defined;
    private int undefined;

    Samples(String measure, Basis basis, Figure figure, int draws) {
      this.measure = measure;
      this.basis = basis;
      this.figure = figure;
      this.values = new double[draws];
    }

    void add(Figure sample) {
      switch (sample) {
        case Figure.Value value -> values[defined++] = value.value();
        case Figure.None none -> undefined++;
      }
    }

    Agreement agreement() {
      return switch (figure) {
        case Figure.Value value ->
            new Agreement.Estimate(measure, value.value(), basis, uncertainty());
        case Figure.None none -> new Agreement.Undefined(measure, none.because(), basis);
      };
    }

    private Uncertainty uncertainty() {
      if (basis.clients() < FEWEST_CLIENTS) {
        return new Uncertainty.Unknown("fewer than " + FEWEST_CLIENTS + " clients to draw from");
      }
      if (undefined > MOST_UNDEFINED * values.length) {
        return new Uncertainty.Unknown(
            "undefined in " + undefined + " of " + values.length + " samples: too few cases");
      }
      double[] sorted = Arrays.copyOf(values, defined);
      Arrays.sort(sorted);
      return new Uncertainty.Bootstrapped(
          new Interval(Bootstrap.percentile(sorted, .025), Bootstrap.percentile(sorted, .975)),
          basis.clients(),
          defined);
    }
  }
}
