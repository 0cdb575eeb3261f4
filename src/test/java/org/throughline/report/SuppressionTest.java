package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gusfield 1988: no subtraction of printed cells reveals a hidden one. */
class SuppressionTest {

  private static String print(List<List<Optional<Long>>> table) {
    return String.join(
        " / ",
        table.stream()
            .map(
                row ->
                    String.join(
                        " ", row.stream().map(c -> c.map(Object::toString).orElse("·")).toList()))
            .toList());
  }

  @Test
  void large_cells_are_printed() {
    assertThat(print(Suppression.of(List.of(List.of(20L, 30L), List.of(40L, 50L)), -1, List.of())))
        .isEqualTo("20 30 50 / 40 50 90 / 60 80 140");
  }

  @Test
  void one_small_cell_takes_three_others_with_it() {
    assertThat(print(Suppression.of(List.of(List.of(3L, 30L), List.of(40L, 50L)), -1, List.of())))
        .isEqualTo("· · 33 / · · 90 / 43 80 123");
  }

  @Test
  void a_part_under_ten_hides_the_share_that_would_give_it_away() {
    assertThat(print(Suppression.of(List.of(List.of(36L, 9L)), -1, List.of())))
        .doesNotContain("36");
  }

  @Test
  void a_zero_may_be_printed_where_it_says_nothing_of_anybody() {
    assertThat(print(Suppression.of(List.of(List.of(20L, 0L)), 1, List.of())))
        .isEqualTo("20 0 20 / 20 0 20");
    assertThat(print(Suppression.of(List.of(List.of(20L, 0L)), -1, List.of())))
        .isEqualTo("· · 20 / · · 20");
  }

  @Test
  void a_total_survives_where_the_cells_can_stand_in_for_each_other() {
    assertThat(print(Suppression.of(List.of(List.of(0L, 0L, 2000L, 0L)), 3, List.of())))
        .isEqualTo("· · · 0 2000 / · · · 0 2000");
  }

  @Test
  void a_cell_that_creeps_by_fewer_than_ten_between_two_reports_is_hidden() {
    List<List<Long>> first = List.of(List.of(20L, 30L), List.of(40L, 50L));
    List<List<Long>> second = List.of(List.of(22L, 30L), List.of(40L, 65L));
    var before = Suppression.of(first, -1, List.of());
    var now = Suppression.of(second, -1, before);
    assertThat(now.get(0).get(0)).isEmpty();
    for (int row = 0; row < now.size(); row++) {
      for (int column = 0; column < now.get(row).size(); column++) {
        var then = before.get(row).get(column);
        now.get(row)
            .get(column)
            .ifPresent(
                value ->
                    assertThat(Math.abs(value - then.orElse(value)))
                        .satisfiesAnyOf(
                            change -> assertThat(change).isZero(),
                            change -> assertThat(change).isGreaterThanOrEqualTo(10)));
      }
    }
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }

  /** Every table that agrees with the printed cells is tried: each hidden cell must vary. */
  @ParameterizedTest
  @MethodSource("seeds")
  void a_brute_force_attacker_learns_no_hidden_cell(long seed) {
    var random = new Random(seed);
    int rows = 1 + random.nextInt(2);
    int columns = 2 + random.nextInt(2);
    List<List<Long>> counts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Long> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        line.add((long) (random.nextInt(3) == 0 ? random.nextInt(4) : 10 + random.nextInt(4)));
      }
      counts.add(line);
    }
    var printed = Suppression.of(counts, -1, List.of());
    var attack = new Attack(printed, rows, columns);
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        if (printed.get(row).get(column).isEmpty()) {
          assertThat(attack.values(row, column))
              .as("seed %d, %s, cell %d,%d of %s", seed, print(printed), row, column, counts)
              .isGreaterThan(1);
        }
      }
    }
  }

  /** All tables of small cells whose printed cells and totals are those printed. */
  private static final class Attack {
    private static final int MOST = 17;
    private final List<List<Optional<Long>>> printed;
    private final int rows;
    private final int columns;
    private final long[][] cells;
    private final List<List<java.util.Set<Long>>> seen = new ArrayList<>();

    Attack(List<List<Optional<Long>>> printed, int rows, int columns) {
      this.printed = printed;
      this.rows = rows;
      this.columns = columns;
      this.cells = new long[rows][columns];
      for (int row = 0; row <= rows; row++) {
        List<java.util.Set<Long>> line = new ArrayList<>();
        for (int column = 0; column <= columns; column++) {
          line.add(new java.util.HashSet<>());
        }
        seen.add(line);
      }
      fill(0);
    }

    int values(int row, int column) {
      return seen.get(row).get(column).size();
    }

    private void fill(int at) {
      if (at == rows * columns) {
        record();
        return;
      }
      int row = at / columns;
      int column = at % columns;
      var known = printed.get(row).get(column);
      long from = known.orElse(0L);
      long to = known.orElse((long) MOST);
      for (long value = from; value <= to; value++) {
        cells[row][column] = value;
        boolean rowEnds = column == columns - 1;
        if (rowEnds && !matches(printed.get(row).get(columns), rowSum(row))) {
          continue;
        }
        fill(at + 1);
      }
    }

    private void record() {
      long all = 0;
      for (int column = 0; column < columns; column++) {
        if (!matches(printed.get(rows).get(column), columnSum(column))) {
          return;
        }
        all += columnSum(column);
      }
      if (!matches(printed.get(rows).get(columns), all)) {
        return;
      }
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          seen.get(row).get(column).add(cells[row][column]);
        }
        seen.get(row).get(columns).add(rowSum(row));
      }
      for (int column = 0; column < columns; column++) {
        seen.get(rows).get(column).add(columnSum(column));
      }
      seen.get(rows).get(columns).add(all);
    }

    private long rowSum(int row) {
      long sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += cells[row][column];
      }
      return sum;
    }

    private long columnSum(int column) {
      long sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += cells[row][column];
      }
      return sum;
    }

    private static boolean matches(Optional<Long> printed, long value) {
      return printed.isEmpty() || printed.get() == value;
    }
  }
}
