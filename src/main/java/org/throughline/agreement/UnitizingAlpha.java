package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.statistic.Tally;

/**
 * Agreement of raters who also choose where a unit begins and ends, for one category: Krippendorff,
 * K. (1995). On the reliability of unitizing continuous data. Sociological Methodology 25, 47–76,
 * with the expected disagreement as corrected in Krippendorff (2004), Measuring the reliability of
 * qualitative text analysis data, Quality and Quantity 38, 787–800.
 *
 * <p>Each text is a continuum of its own: a gap between units ends where the text ends. With one
 * text this is the published coefficient. Marks of one rater that overlap are one unit, as the
 * coefficient knows no overlap within a rater. Lengths are UTF-16 units.
 */
final class UnitizingAlpha implements Recount {

  private final int raters;
  private final Basis basis;

  /** For each client: twice the squared disagreement of all pairs, and the length of the texts. */
  private final double[] disagreement;

  private final double[] length;

  /** The lengths of units and gaps that occur anywhere, rising. */
  private final int[] lengths;

  /** For each client: place of a length among {@link #lengths}, how many such units, and so on. */
  private final int[][] units;

  private final int[][] gaps;

  /** How many units and gaps of each length one client's texts have. */
  private record Sections(Map<Integer, Integer> units, Map<Integer, Integer> gaps) {

    Sections() {
      this(new TreeMap<>(), new TreeMap<>());
    }
  }

  UnitizingAlpha(List<MarkedText> texts, int raters) {
    this.raters = raters;
    Clients clients = Clients.of(texts);
    this.disagreement = new double[clients.size()];
    this.length = new double[clients.size()];
    List<Sections> sections = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      sections.add(new Sections());
    }
    for (MarkedText text : texts) {
      add(clients.number(text), text, sections);
    }
    TreeSet<Integer> all = new TreeSet<>();
    long marked = 0;
    long whole = 0;
    for (Sections of : sections) {
      all.addAll(of.units().keySet());
      all.addAll(of.gaps().keySet());
      for (Map.Entry<Integer, Integer> unit : of.units().entrySet()) {
        marked += (long) unit.getKey() * unit.getValue();
      }
    }
    for (double each : length) {
      whole += (long) each;
    }
    this.lengths = all.stream().mapToInt(Integer::intValue).toArray();
    this.units = sections.stream().map(each -> places(each.units())).toArray(int[][]::new);
    this.gaps = sections.stream().map(each -> places(each.gaps())).toArray(int[][]::new);
    this.basis =
        new Basis(
            whole,
            "characters",
            raters,
            clients.size(),
            Map.of("characters with the code", new Tally(marked, whole * raters)));
  }

  private void add(int client, MarkedText text, List<Sections> sections) {
    length[client] += text.length();
    List<List<Section>> byRater = new ArrayList<>();
    for (List<Mark> marks : text.byRater()) {
      List<Section> line = Section.line(marks, text.length());
      byRater.add(line);
      for (Section section : line) {
        (section.unit() ? sections.get(client).units() : sections.get(client).gaps())
            .merge(section.length(), 1, Integer::sum);
      }
    }
    if (!text.isMarked()) {
      return;
    }
    for (int a = 0; a < raters; a++) {
      for (int b = a + 1; b < raters; b++) {
        disagreement[client] += 2 * Section.apart(byRater.get(a), byRater.get(b));
      }
    }
  }

  @Override
  public List<String> measures() {
    return List.of("unitizing alpha");
  }

  @Override
  public Basis basis(int measure) {
    return basis;
  }

  @Override
  public List<Figure> figures(int[] times) {
    double all = 0;
    double apart = 0;
    double[] unitsSo = new double[lengths.length];
    double[] gapsSo = new double[lengths.length];
    for (int client = 0; client < times.length; client++) {
      if (times[client] == 0) {
        continue;
      }
      all += times[client] * length[client];
      apart += times[client] * disagreement[client];
      count(unitsSo, units[client], times[client]);
      count(gapsSo, gaps[client], times[client]);
    }
    double n = 0;
    for (double count : unitsSo) {
      n += count;
    }
    if (n == 0) {
      return List.of(Figure.none("nobody marked anything"));
    }
    double observed = apart / (raters * (raters - 1.0) * all * all);
    return List.of(
        Figure.alpha(
            observed,
            expected(unitsSo, gapsSo, n, all),
            "the units fill everything, so no other placing was possible"));
  }

  private int[] places(Map<Integer, Integer> occurring) {
    int[] places = new int[2 * occurring.size()];
    int at = 0;
    for (Map.Entry<Integer, Integer> each : occurring.entrySet()) {
      places[at++] = Arrays.binarySearch(lengths, each.getKey());
      places[at++] = each.getValue();
    }
    return places;
  }

  private static void count(double[] counts, int[] places, int weight) {
    for (int i = 0; i < places.length; i += 2) {
      counts[places[i]] += weight * places[i + 1];
    }
  }

  /** Krippendorff 2004, eq. for D_e of one category; gaps from the longest down. */
  private double expected(double[] unitCounts, double[] gapCounts, double n, double all) {
    double disagreement = 0;
    double within = 0;
    double gapsAsLong = 0;
    double theirLength = 0;
    for (int i = lengths.length - 1; i >= 0; i--) {
      double l = lengths[i];
      gapsAsLong += gapCounts[i];
      theirLength += gapCounts[i] * l;
      if (unitCounts[i] > 0) {
        double overUnits = (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l);
        double overGaps = l * l * (theirLength - (l - 1) * gapsAsLong);
        disagreement += unitCounts[i] * (overUnits + overGaps);
        within += unitCounts[i] * l * (l - 1);
      }
    }
    double places = raters * all * (raters * all - 1) - within;
    return places <= 0 ? 0 : 2 / all * disagreement / places;
  }
}
