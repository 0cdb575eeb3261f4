package org.throughline.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a table of people may be printed. Cells under ten are hidden (primary), and then
 * as many others as it takes to let no subtraction of the printed ones reveal a hidden one
 * (secondary).
 *
 * <p>Whether a hidden cell is revealed is decided exactly, after Gusfield, D. (1988). A graph
 * theoretic approach to data security. SIAM Journal on Computing 17, 552–571: rows and columns are
 * nodes and hidden cells edges; a cell can be other than it is, with all printed cells as they are
 * and none below zero, if and only if its edge lies on a cycle, cells of zero being passable in one
 * direction only. Which cells to hide besides is chosen greedily, the smallest first: few, not
 * provably fewest.
 *
 * <p>A cell that was printed in the report before and has changed by fewer than ten since is hidden
 * too: the difference of two reports is a table as well.
 */
final class Suppression {

  static final int LEAST = 10;

  private final long[][] cells;
  private final boolean[][] hidden;

  private Suppression(long[][] cells, boolean[][] hidden) {
    this.cells = cells;
    this.hidden = hidden;
  }

  /**
   * The table with its totals; hidden cells are empty.
   *
   * @param counts rows of cells, without totals
   * @param harmless a column in which a zero may be printed, since it says of nobody what they are;
   *     −1 for none
   * @param before what was printed last time of the same table, totals included; empty where it is
   *     the first report
   */
  static List<List<Optional<Long>>> of(
      List<List<Long>> counts, int harmless, List<List<Optional<Long>>> before) {
    long[][] cells = withTotals(counts);
    boolean[][] hidden = new boolean[cells.length][cells[0].length];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells[row].length; column++) {
        boolean says = column != harmless || cells[row][column] > 0;
        hidden[row][column] =
            (cells[row][column] < LEAST && says) || creeps(cells, before, row, column);
      }
    }
    var suppression = new Suppression(cells, hidden);
    suppression.protect();
    return suppression.printed();
  }

  private static boolean creeps(
      long[][] cells, List<List<Optional<Long>>> before, int row, int column) {
    if (row >= before.size() || column >= before.get(row).size()) {
      return false;
    }
    return before
        .get(row)
        .get(column)
        .map(then -> Math.abs(cells[row][column] - then))
        .filter(change -> change > 0 && change < LEAST)
        .isPresent();
  }

  private static long[][] withTotals(List<List<Long>> counts) {
    int rows = counts.size();
    int columns = counts.getFirst().size();
    long[][] cells = new long[rows + 1][columns + 1];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long count = counts.get(row).get(column);
        cells[row][column] = count;
        cells[row][columns] += count;
        cells[rows][column] += count;
        cells[rows][columns] += count;
      }
    }
    return cells;
  }

  private void protect() {
    boolean exposed = true;
    while (exposed) {
      exposed = false;
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          if (hidden[row][column] && isRevealed(row, column)) {
            exposed |= hideAnother(row, column);
          }
        }
      }
    }
  }

  /**
   * Hides one more cell: the smallest that protects this one, or, where it takes several, the
   * smallest of its row and column; false where all are hidden.
   */
  private boolean hideAnother(int row, int column) {
    int[] enough = smallest(cell -> protects(cell, row, column));
    int[] inLine = smallest(cell -> cell[0] == row || cell[1] == column);
    int[] next = enough != null ? enough : inLine != null ? inLine : smallest(cell -> true);
    if (next == null) {
      return false;
    }
    set(next, true);
    return true;
  }

  private int @Nullable [] smallest(Predicate<int[]> fits) {
    int[] best = null;
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[r].length; c++) {
        int[] cell = {r, c};
        boolean better = best == null || weight(r, c) < weight(best[0], best[1]);
        if (!hidden[r][c] && better && fits.test(cell)) {
          best = cell;
        }
      }
    }
    return best;
  }

  private boolean protects(int[] cell, int row, int column) {
    set(cell, true);
    boolean safe = !isRevealed(row, column);
    set(cell, false);
    return safe;
  }

  /** One row alone is its own total: its cells are the same as those below. */
  private void set(int[] cell, boolean value) {
    hidden[cell[0]][cell[1]] = value;
    if (cells.length == 2) {
      hidden[1 - cell[0]][cell[1]] = value;
    }
  }

  /** Zeros protect nothing and totals tell readers most: both go last. */
  private long weight(int row, int column) {
    boolean total =
        column == cells[row].length - 1 || (row == cells.length - 1 && cells.length > 2);
    long late = cells[row][column] == 0 ? Long.MAX_VALUE / 2 : total ? Long.MAX_VALUE / 4 : 0;
    return cells[row][column] + late;
  }

  /** Whether the printed cells leave one value only for this hidden one. */
  boolean isRevealed(int row, int column) {
    int r = row;
    int c = cells.length + column;
    // Raised in one direction, it must be balanced by a way back through other hidden cells.
    return rises(row, column)
        ? !reaches(c, r, row, column) && !(canFall(row, column) && reaches(r, c, row, column))
        : !reaches(r, c, row, column) && !(canFall(row, column) && reaches(c, r, row, column));
  }

  /** Cells and the grand total rise from row to column; the other totals the other way round. */
  private boolean rises(int row, int column) {
    return (row == cells.length - 1) == (column == cells[row].length - 1);
  }

  private boolean canFall(int row, int column) {
    return cells[row][column] > 0;
  }

  private boolean reaches(int from, int to, int skipRow, int skipColumn) {
    boolean[] seen = new boolean[cells.length + cells[0].length];
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    seen[from] = true;
    while (!open.isEmpty()) {
      int node = open.remove();
      if (node == to) {
        return true;
      }
      for (int next : neighbours(node, skipRow, skipColumn)) {
        if (!seen[next]) {
          seen[next] = true;
          open.add(next);
        }
      }
    }
    return false;
  }

  private List<Integer> neighbours(int node, int skipRow, int skipColumn) {
    List<Integer> next = new ArrayList<>();
    boolean isRow = node < cells.length;
    int others = isRow ? cells[0].length : cells.length;
    for (int other = 0; other < others; other++) {
      int row = isRow ? node : other;
      int column = isRow ? other : node - cells.length;
      boolean skipped = row == skipRow && column == skipColumn;
      boolean forward = isRow == rises(row, column);
      if (hidden[row][column] && !skipped && (forward || canFall(row, column))) {
        next.add(isRow ? cells.length + other : other);
      }
    }
    return next;
  }

  private List<List<Optional<Long>>> printed() {
    List<List<Optional<Long>>> printed = new ArrayList<>();
    for (int row = 0; row < cells.length; row++) {
      List<Optional<Long>> line = new ArrayList<>();
      for (int column = 0; column < cells[row].length; column++) {
        line.add(hidden[row][column] ? Optional.empty() : Optional.of(cells[row][column]));
      }
      printed.add(List.copyOf(line));
    }
    return List.copyOf(printed);
  }

  @Override
  public String toString() {
    return "Suppression" + Arrays.deepToString(hidden);
  }
}
