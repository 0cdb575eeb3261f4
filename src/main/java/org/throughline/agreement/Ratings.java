package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Tally;

/**
 * Fixed units, each put into one of the same categories by several raters; a rater may have missed
 * a unit. Kept as the distinct rows of ratings and how often each client's units have them, which
 * is all that any coefficient asks for and makes drawing clients again cheap.
 *
 * <pre>{@code
 * Ratings.Builder ratings = Ratings.words(List.of("Ann", "Bo"), List.of("no", "yes"), "items");
 * ratings.add("client 1", "yes", "yes").add("client 2", "no", null);
 * }</pre>
 */
public final class Ratings {

  static final int MISSING = -1;

  private final List<String> raters;
  private final List<String> categories;
  private final double[] values;
  private final String unit;
  private final int[][] rows;
  private final int clients;

  /** For each client from starts[c] to starts[c + 1]: which row, and how many units have it. */
  private final int[] starts;

  private final int[] rowOf;
  private final int[] unitsOf;

  private Ratings(Builder built) {
    this.raters = built.raters;
    this.categories = built.categories;
    this.values = built.values;
    this.unit = built.unit;
    this.rows =
        built.rows.keySet().stream().map(List::stream).map(Ratings::ints).toArray(int[][]::new);
    this.clients = built.units.size();
    int entries = built.units.values().stream().mapToInt(Map::size).sum();
    this.starts = new int[clients + 1];
    this.rowOf = new int[entries];
    this.unitsOf = new int[entries];
    int at = 0;
    int client = 0;
    for (Map<Integer, Integer> counts : built.units.values()) {
      for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
        rowOf[at] = count.getKey();
        unitsOf[at++] = count.getValue();
      }
      starts[++client] = at;
    }
  }

  private static int[] ints(java.util.stream.Stream<Integer> row) {
    return row.mapToInt(Integer::intValue).toArray();
  }

  /**
   * Categories by name, in their order where they have one.
   *
   * @param unit what is rated, in the plural
   */
  public static Builder words(List<String> raters, List<String> categories, String unit) {
    double[] places = new double[categories.size()];
    Arrays.setAll(places, i -> i);
    return new Builder(raters, categories, places, unit);
  }

  /** Numbers; the categories are those that may occur, rising. */
  public static Builder numbers(List<String> raters, double[] values, String unit) {
    double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
    List<String> names = Arrays.stream(sorted).mapToObj(Ratings::name).toList();
    return new Builder(raters, names, sorted, unit);
  }

  private static String name(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Takes one unit after the other. */
  public static final class Builder {

    private final List<String> raters;
    private final List<String> categories;
    private final double[] values;
    private final String unit;
    private final Map<List<Integer>, Integer> rows = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Integer>> units = new LinkedHashMap<>();

    private Builder(List<String> raters, List<String> categories, double[] values, String unit) {
      if (raters.size() < 2) {
        throw new IllegalArgumentException("agreement needs two raters or more");
      }
      this.raters = List.copyOf(raters);
      this.categories = List.copyOf(categories);
      this.values = values;
      this.unit = unit;
    }

    /** One unit: a category for each rater, null where a rater did not judge it. */
    public Builder add(String client, @Nullable String... ratings) {
      List<Integer> row = new ArrayList<>();
      for (String rating : ratings) {
        row.add(rating == null ? MISSING : place(categories.indexOf(rating)));
      }
      return addRow(client, row);
    }

    /** Many units with the same ratings. */
    public Builder add(String client, int times, @Nullable String... ratings) {
      List<Integer> row = new ArrayList<>();
      for (String rating : ratings) {
        row.add(rating == null ? MISSING : place(categories.indexOf(rating)));
      }
      return times == 0 ? this : addRows(client, times, row);
    }

    /** One unit of numbers. */
    public Builder addNumbers(String client, @Nullable Double... ratings) {
      List<Integer> row = new ArrayList<>();
      for (Double rating : ratings) {
        row.add(rating == null ? MISSING : place(Arrays.binarySearch(values, rating)));
      }
      return addRow(client, row);
    }

    private static int place(int found) {
      if (found < 0) {
        throw new IllegalArgumentException("a rating is none of the categories");
      }
      return found;
    }

    private Builder addRow(String client, List<Integer> row) {
      return addRows(client, 1, row);
    }

    private Builder addRows(String client, int times, List<Integer> row) {
      if (row.size() != raters.size()) {
        throw new IllegalArgumentException(row.size() + " ratings of " + raters.size() + " raters");
      }
      Integer number = rows.computeIfAbsent(row, absent -> rows.size());
      units
          .computeIfAbsent(client, absent -> new LinkedHashMap<>())
          .merge(number, times, Integer::sum);
      return this;
    }

    public Ratings build() {
      return new Ratings(this);
    }
  }

  int raters() {
    return raters.size();
  }

  int clients() {
    return clients;
  }

  int categories() {
    return categories.size();
  }

  /** The number a category stands for; its place in the order where it is a word. */
  double value(int category) {
    return values[category];
  }

  int[][] rows() {
    return rows;
  }

  /** How many units have each row when each client is counted so many times. */
  long[] counts(int[] times) {
    long[] counts = new long[rows.length];
    for (int client = 0; client < clients; client++) {
      int weight = times[client];
      if (weight != 0) {
        for (int i = starts[client]; i < starts[client + 1]; i++) {
          counts[rowOf[i]] += (long) weight * unitsOf[i];
        }
      }
    }
    return counts;
  }

  /** Of units that at least two raters judged. */
  Basis basis() {
    int[] once = new int[clients];
    Arrays.fill(once, 1);
    long[] counts = counts(once);
    long[] chosen = new long[categories.size()];
    long units = 0;
    for (int i = 0; i < rows.length; i++) {
      if (Arrays.stream(rows[i]).filter(rating -> rating != MISSING).count() < 2) {
        continue;
      }
      units += counts[i];
      for (int rating : rows[i]) {
        if (rating != MISSING) {
          chosen[rating] += counts[i];
        }
      }
    }
    long all = Arrays.stream(chosen).sum();
    Map<String, Tally> prevalence = new LinkedHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      prevalence.put(categories.get(i), new Tally(chosen[i], all));
    }
    return new Basis(units, unit, raters.size(), clients, prevalence);
  }
}
