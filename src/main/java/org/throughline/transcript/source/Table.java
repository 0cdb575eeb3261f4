package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.List;

/** The cells of one table; a cell is a list of lines, and may have none. */
public record Table(Lines lines, List<List<List<Line>>> rows) {

  /** The first table of a source. */
  public static Table of(Lines lines) {
    return of(lines, 0);
  }

  /** The table with this number. */
  public static Table of(Lines lines, int number) {
    List<List<List<Line>>> rows = new ArrayList<>();
    for (Line line : lines.lines()) {
      Line.Cell cell = line.cell();
      if (cell != null && cell.table() == number) {
        grow(rows, cell.row());
        List<List<Line>> row = rows.get(cell.row());
        grow(row, cell.column());
        row.get(cell.column()).add(line);
      }
    }
    return new Table(lines, rows);
  }

  private static <T> void grow(List<List<T>> list, int index) {
    while (list.size() <= index) {
      list.add(new ArrayList<>());
    }
  }

  /** What each cell says, its lines joined by LF. */
  public List<List<String>> texts() {
    List<List<String>> texts = new ArrayList<>();
    for (List<List<Line>> row : rows) {
      texts.add(row.stream().map(this::text).toList());
    }
    return texts;
  }

  private String text(List<Line> cell) {
    return String.join("\n", cell.stream().map(lines::of).toList());
  }

  @Override
  public String toString() {
    return "Table[rows=" + rows.size() + "]";
  }
}
