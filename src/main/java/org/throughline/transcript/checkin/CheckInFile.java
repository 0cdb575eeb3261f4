package org.throughline.transcript.checkin;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.Question;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Sources;
import org.throughline.transcript.source.Table;
import org.throughline.transcript.source.UnreadableException;

/** Reads tables of check-ins: CSV in any of its habits, and XLSX. */
public final class CheckInFile {

  /** What an import report calls a table of check-ins. */
  public static final String DIALECT = "check-ins";

  private static final String FIX =
      "Give the table a first row with the headings client, date, kind, prompt, text.";

  private CheckInFile() {}

  /**
   * Reads a table.
   *
   * @param order how 03/04/2026 is meant, if somebody has said so
   */
  public static CheckInResult read(Upload upload, @Nullable DateOrder order) {
    return read(upload, order, null);
  }

  /**
   * Reads a table.
   *
   * @param order how 03/04/2026 is meant, if somebody has said so
   * @param charset the encoding, if somebody has confirmed one
   */
  public static CheckInResult read(
      Upload upload, @Nullable DateOrder order, @Nullable Charset charset) {
    try {
      if (!(Sources.open(upload, charset) instanceof Lines lines) || !isTable(lines)) {
        return new CheckInResult.Refused("the file is not a table", FIX, null);
      }
      Table table = Table.of(lines);
      Columns columns = Columns.of(table.texts());
      if (columns == null) {
        return new CheckInResult.Refused(
            "the table's columns are neither named nor clear from what they hold", FIX, 1);
      }
      return rows(lines, table, columns, order);
    } catch (UnreadableException e) {
      return new CheckInResult.Refused(e.reason(), e.fix(), e.line());
    }
  }

  private static boolean isTable(Lines lines) {
    return lines.lines().stream().map(Line::cell).anyMatch(cell -> cell != null);
  }

  private static CheckInResult rows(
      Lines lines, Table table, Columns columns, @Nullable DateOrder given) {
    List<List<String>> rows = table.texts();
    int first = columns.header() ? 1 : 0;
    List<String> dates = new ArrayList<>();
    for (List<String> row : rows.subList(first, rows.size())) {
      dates.add(Columns.cell(row, columns.date()));
    }
    DateOrder order = given != null ? given : Dates.orderOf(dates);
    List<CheckIn> checkIns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Integer> doubtful = new ArrayList<>();
    for (int i = first; i < rows.size(); i++) {
      String text = Columns.cell(rows.get(i), columns.text()).strip();
      if (text.isEmpty()) {
        notes.add("row " + (i + 1) + " has no text");
        continue;
      }
      String date = dates.get(i - first);
      boolean open = order == null && Dates.isAmbiguous(date);
      if (open) {
        doubtful.add(checkIns.size());
      }
      var read = open ? null : Dates.read(date, order == null ? DateOrder.DAY_FIRST : order);
      if (read == null && !open && columns.date() >= 0) {
        notes.add("row " + (i + 1) + " has no date that can be read");
      }
      checkIns.add(
          new CheckIn(
              optional(rows.get(i), columns.client()),
              read,
              optional(rows.get(i), columns.kind()),
              optional(rows.get(i), columns.prompt()),
              text,
              i + 1));
    }
    List<Question> questions = new ArrayList<>();
    if (!doubtful.isEmpty()) {
      questions.add(dateQuestion(doubtful));
    }
    if (!lines.encoding().certain()) {
      questions.add(encodingQuestion(lines));
    }
    return checkIns.isEmpty()
        ? new CheckInResult.Refused("no row of the table has a text", FIX, null)
        : new CheckInResult.Read(checkIns, questions, notes, lines.encoding());
  }

  private static @Nullable String optional(List<String> row, int column) {
    String cell = Columns.cell(row, column).strip();
    return cell.isEmpty() ? null : cell;
  }

  /** Asks which comes first in 03/04. */
  public static Question dateQuestion(List<Integer> doubtful) {
    return new Question(
        Question.Kind.DATE_ORDER,
        "date",
        "Is 03/04 the third of April (day first) or the fourth of March (month first)?",
        List.of("day_first", "month_first"),
        doubtful.subList(0, Math.min(5, doubtful.size())));
  }

  private static Question encodingQuestion(Lines lines) {
    return new Question(
        Question.Kind.ENCODING,
        lines.encoding().charset(),
        "The file is not valid UTF-8. Do the lines in the preview look right?",
        List.of("windows-1252", "ISO-8859-15"),
        List.of());
  }
}
