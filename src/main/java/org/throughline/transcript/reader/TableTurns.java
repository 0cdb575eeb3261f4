package org.throughline.transcript.reader;

import java.util.List;
import java.util.Optional;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Table;

/**
 * A table of turns, in a document, a spreadsheet or between tabs: columns for speaker and words,
 * often one for the time, in any order and under headings of any language.
 */
final class TableTurns implements TranscriptReader {

  @Override
  public String dialect() {
    return "table";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && TurnColumns.of(file) != null
        ? Optional.of("a table with columns for speaker and words")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Lines file = (Lines) source;
    TurnColumns columns = TurnColumns.of(file);
    if (columns == null) {
      return;
    }
    Table table = columns.table();
    for (int i = 0; i < table.rows().size(); i++) {
      List<List<Line>> row = table.rows().get(i);
      if (i == 0 && columns.header()) {
        row.forEach(cell -> cell.forEach(l -> draft.drop(l.start(), l.end(), "header row")));
      } else {
        row(row, columns, file, draft);
      }
    }
    for (Line line : file.lines()) {
      if (line.cell() == null) {
        String reason = Boilerplate.reason(file.of(line));
        draft.drop(line.start(), line.end(), reason == null ? "outside the table" : reason);
      }
    }
  }

  private static void row(List<List<Line>> row, TurnColumns columns, Lines file, Draft draft) {
    String label = TurnColumns.label(structure(row, columns.speaker(), file, draft));
    String time = structure(row, columns.time(), file, draft);
    structure(row, columns.number(), file, draft);
    Long startMs = TurnColumns.millis(time);
    if (label.isEmpty()) {
      draft.carriedOver(startMs);
    } else {
      draft.turn(label, startMs);
    }
    if (columns.text() < row.size()) {
      for (Line line : row.get(columns.text())) {
        draft.say(line.start(), line.end(), "\n");
      }
    }
    draft.until(TurnColumns.endMillis(time));
    for (int column = 0; column < row.size(); column++) {
      if (!columns.reads(column)) {
        row.get(column).forEach(l -> draft.drop(l.start(), l.end(), "column not read"));
      }
    }
  }

  private static String structure(List<List<Line>> row, int column, Lines file, Draft draft) {
    if (column < 0 || column >= row.size()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Line line : row.get(column)) {
      draft.structure(line.start(), line.end());
      text.append(text.isEmpty() ? "" : " ").append(file.of(line));
    }
    return text.toString().strip();
  }
}
