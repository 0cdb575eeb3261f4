package org.throughline.transcript.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.WordList;

/**
 * Which column holds what; -1 where the table has no such column.
 *
 * @param header whether the first row names the columns
 */
public record Columns(int client, int date, int kind, int prompt, int text, boolean header) {

  private static final Map<String, Set<String>> HEADINGS =
      Map.of(
          "client",
          WordList.of(
              """
          client, client id, clientid, patient, patient id, id, code, pseudonym, participant,
          participant id, klient, klientin, klient id, cliente, case, case id, person, name"""),
          "date",
          WordList.of(
              """
          date, day, when, datum, fecha, data, dato, timestamp, submitted, submitted at,
          created, created at, completed, completed at, time, week"""),
          "kind",
          WordList.of(
              """
          kind, type, form, art, typ, tipo, check in type, category"""),
          "prompt",
          WordList.of(
              """
          prompt, question, item, frage, pregunta, domanda, question text"""),
          "text",
          WordList.of(
              """
          text, answer, response, reply, antwort, respuesta, risposta, words, word, entry, goal,
          check in, checkin, answer text, response text, client text, what the client wrote"""));

  private static final int SAMPLE = 200;

  /** The columns of a table, or null if neither headings nor contents tell. */
  public static @Nullable Columns of(List<List<String>> rows) {
    Columns named = byHeadings(rows.getFirst());
    return named != null ? named : byContents(rows);
  }

  /** Whether the first row names at least the text and one more column of a check-in. */
  public static @Nullable Columns byHeadings(List<String> first) {
    int text = find(first, "text");
    Columns columns =
        new Columns(
            find(first, "client"),
            find(first, "date"),
            find(first, "kind"),
            find(first, "prompt"),
            text,
            true);
    boolean another = columns.client >= 0 || columns.date >= 0 || columns.prompt >= 0;
    return text >= 0 && another ? columns : null;
  }

  private static int find(List<String> headings, String field) {
    Set<String> names = HEADINGS.getOrDefault(field, Set.of());
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip().toLowerCase(Locale.ROOT);
      if (names.contains(heading.replaceAll("[_\\-\\s]+", " "))) {
        return i;
      }
    }
    return -1;
  }

  /** A column of dates, and beside it the longest texts. */
  private static @Nullable Columns byContents(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    int date = -1;
    for (int c = 0; c < width && date < 0; c++) {
      date = dates(rows, c) * 10 >= (Math.min(rows.size(), SAMPLE) - 1) * 8L ? c : -1;
    }
    if (date < 0 || rows.size() < 2) {
      return null;
    }
    boolean header = !Dates.isDate(cell(rows.getFirst(), date));
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    int text = -1;
    for (int c = 0; c < width; c++) {
      if (c != date && (text < 0 || length(body, c) > length(body, text))) {
        text = c;
      }
    }
    int client = -1;
    for (int c = 0; c < width && client < 0; c++) {
      boolean few = c != date && c != text && distinct(body, c) * 2 <= body.size();
      client = few ? c : -1;
    }
    return text < 0 ? null : new Columns(client, date, -1, -1, text, header);
  }

  private static long dates(List<List<String>> rows, int column) {
    return rows.stream().limit(SAMPLE).filter(row -> Dates.isDate(cell(row, column))).count();
  }

  private static long length(List<List<String>> rows, int column) {
    return rows.stream().limit(SAMPLE).mapToLong(row -> cell(row, column).length()).sum();
  }

  private static long distinct(List<List<String>> rows, int column) {
    return rows.stream().map(row -> cell(row, column)).distinct().count();
  }

  /** Whether anything is read from a column. */
  public boolean reads(int column) {
    return column == client
        || column == date
        || column == kind
        || column == prompt
        || column == text;
  }

  /** What the columns that are not read are called, as notes. */
  public List<String> headings(List<List<String>> rows) {
    if (!header) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      if (!reads(column)) {
        notes.add("column " + (column + 1) + " was not read");
      }
    }
    return notes;
  }

  /** A cell, empty where the row has none. */
  public static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : "";
  }
}
