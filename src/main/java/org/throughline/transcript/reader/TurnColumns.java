package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.checkin.Columns;
import org.throughline.transcript.checkin.Dates;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Table;
import org.throughline.transcript.source.WordList;

/**
 * Which column of a table of turns holds what, judged by what stands in it; -1 for none.
 *
 * @param number a column that only counts rows
 */
record TurnColumns(Table table, int time, int speaker, int text, int number, boolean header) {

  private static final Pattern TIME =
      Pattern.compile(
          "[\\[(#]?(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,-]\\d{1,3})?)[\\])#]?"
              + "(?:\\s*(?:-->|-|–|to)\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?))?");
  private static final Set<String> SPEAKER_HEADINGS =
      WordList.of(
          """
          speaker, speaker name, speakers, who, voice, sprecher, sprecherin, sprecher/in,
          hablante, locuteur, parlante, talare, taler, puhuja, spreker, label, mówca, 話者, 発言者,
          说话人""");
  private static final Set<String> START =
      Set.of("start", "start time", "start_time", "begin", "time", "offset");
  private static final int SAMPLE = 300;

  static @Nullable TurnColumns of(Lines file) {
    int tables = 0;
    for (Line line : file.lines()) {
      Line.Cell cell = line.cell();
      tables = cell == null ? tables : Math.max(tables, cell.table() + 1);
    }
    TurnColumns best = null;
    for (int i = 0; i < Math.min(tables, 20); i++) {
      TurnColumns columns = of(Table.of(file, i));
      boolean larger =
          columns != null
              && (best == null || columns.table.rows().size() > best.table.rows().size());
      best = larger ? columns : best;
    }
    return best;
  }

  private static @Nullable TurnColumns of(Table table) {
    List<List<String>> rows = table.texts();
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    if (width < 2) {
      return null;
    }
    int clock = column(rows, width, TurnColumns::isTime);
    int time = clock >= 0 ? clock : seconds(rows);
    int number = column(rows, width, cell -> cell.matches("\\d{1,6}[.:]?"));
    number = number == time ? -1 : number;
    int named = heading(rows.getFirst());
    boolean dated = column(rows, width, Dates::isDate) >= 0;
    if (named < 0 && time < 0 && (dated || Columns.byHeadings(rows.getFirst()) != null)) {
      return null;
    }
    int text = longest(rows, width, time, number, named);
    int speaker = named >= 0 ? named : labels(rows, width, time, number, text);
    boolean enough = named >= 0 || time >= 0 || width == 2 || (width == 3 && number >= 0);
    if (speaker < 0 || text < 0 || speaker == text || !enough) {
      return null;
    }
    boolean header = named >= 0 || isHeader(rows, time, speaker);
    return new TurnColumns(table, time, speaker, text, number, header);
  }

  boolean reads(int column) {
    return column == time || column == speaker || column == text || column == number;
  }

  private static boolean isTime(String cell) {
    return cell.length() < 60 && TIME.matcher(cell).matches();
  }

  static @Nullable Long millis(String cell) {
    if (cell.matches("\\d{1,6}[.,]\\d{1,6}")) {
      return Math.round(Double.parseDouble(cell.replace(',', '.')) * 1000);
    }
    Matcher time = TIME.matcher(cell);
    return cell.length() < 60 && time.matches()
        ? Clock.millis(time.group(1).replace('-', '.'))
        : null;
  }

  static @Nullable Long endMillis(String cell) {
    Matcher time = TIME.matcher(cell);
    boolean span = cell.length() < 60 && time.matches() && time.group(2) != null;
    return span ? Clock.millis(time.group(2)) : null;
  }

  /** The first column most of whose cells, but perhaps the heading, are of a kind. */
  private static int column(
      List<List<String>> rows, int width, java.util.function.Predicate<String> kind) {
    for (int c = 0; c < width; c++) {
      int column = c;
      List<String> cells =
          rows.stream().skip(1).limit(SAMPLE).map(row -> cell(row, column)).toList();
      long of = cells.stream().filter(kind).count();
      if (!cells.isEmpty() && of * 10 >= cells.size() * 6L) {
        return c;
      }
    }
    return -1;
  }

  /** A column headed "start" with decimal seconds. */
  private static int seconds(List<List<String>> rows) {
    for (int c = 0; c < rows.getFirst().size(); c++) {
      int column = c;
      boolean headed = START.contains(rows.getFirst().get(c).strip().toLowerCase(Locale.ROOT));
      boolean decimal =
          rows.stream()
              .skip(1)
              .limit(SAMPLE)
              .allMatch(row -> cell(row, column).matches("\\d{1,6}[.,]\\d{1,6}"));
      if (headed && decimal && rows.size() > 1) {
        return c;
      }
    }
    return -1;
  }

  private static int heading(List<String> first) {
    for (int c = 0; c < first.size(); c++) {
      if (SPEAKER_HEADINGS.contains(first.get(c).strip().toLowerCase(Locale.ROOT))) {
        return c;
      }
    }
    return -1;
  }

  private static int longest(List<List<String>> rows, int width, int... others) {
    int best = -1;
    long most = -1;
    for (int c = 0; c < width; c++) {
      int column = c;
      long length = rows.stream().limit(SAMPLE).mapToLong(row -> cell(row, column).length()).sum();
      boolean free = java.util.Arrays.stream(others).noneMatch(other -> other == column);
      if (free && length > most) {
        best = c;
        most = length;
      }
    }
    return best;
  }

  /** A column of few, short, returning texts that look like labels. */
  private static int labels(List<List<String>> rows, int width, int... others) {
    for (int c = 0; c < width; c++) {
      int column = c;
      if (java.util.Arrays.stream(others).anyMatch(other -> other == column)) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      for (List<String> row : rows.subList(0, Math.min(rows.size(), SAMPLE))) {
        String label = label(cell(row, column));
        if (!label.isEmpty()) {
          cells.add(label);
        }
      }
      long plausible = cells.stream().filter(TurnColumns::isLabel).count();
      Map<String, Integer> counts = counts(cells);
      boolean returning = rows.size() <= 4 || counts.size() * 3 <= cells.size() * 2;
      if (!cells.isEmpty() && plausible * 10 >= cells.size() * 9L && returning) {
        return c;
      }
    }
    return -1;
  }

  /** A label without the colon that some write even in a table. */
  static String label(String cell) {
    boolean colon = !cell.isEmpty() && Labels.isColon(cell.charAt(cell.length() - 1));
    return colon ? cell.substring(0, cell.length() - 1).strip() : cell;
  }

  private static boolean isLabel(String cell) {
    return cell.length() <= 60
        && !cell.matches("(?s).*([.!?;]$|[\\n=#]).*")
        && !cell.matches("\\d+");
  }

  private static Map<String, Integer> counts(List<String> cells) {
    Map<String, Integer> counts = new HashMap<>();
    cells.forEach(cell -> counts.merge(cell, 1, Integer::sum));
    return counts;
  }

  /** In any language: a first row without a time where all others have one, or a lone label. */
  private static boolean isHeader(List<List<String>> rows, int time, int speaker) {
    List<String> first = rows.getFirst();
    if (time >= 0) {
      return millis(cell(first, time)) == null;
    }
    List<String> labels = rows.stream().map(row -> cell(row, speaker)).toList();
    boolean lone = labels.stream().filter(labels.getFirst()::equals).count() == 1;
    boolean short1 = first.stream().allMatch(cell -> cell.strip().split("\\s+", -1).length <= 2);
    boolean sentence = first.stream().anyMatch(cell -> cell.matches("(?s).*[.!?,:]\\s*"));
    return lone && short1 && !sentence && rows.size() > 3;
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }

  @Override
  public String toString() {
    return "TurnColumns[time=" + time + ", speaker=" + speaker + ", text=" + text + "]";
  }
}
