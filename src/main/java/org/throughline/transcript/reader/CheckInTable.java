package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.transcript.Role;
import org.throughline.transcript.checkin.CheckInFile;
import org.throughline.transcript.checkin.Columns;
import org.throughline.transcript.checkin.Dates;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Table;

/** A table of check-ins: each row is a text that its client wrote, and stays one turn. */
final class CheckInTable implements TranscriptReader {

  @Override
  public String dialect() {
    return CheckInFile.DIALECT;
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file
            && file.lines().stream().anyMatch(line -> line.cell() != null)
            && Columns.of(Table.of(file).texts()) != null
        ? Optional.of("a table with columns for date or client and a text in each row")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Lines file = (Lines) source;
    Table table = Table.of(file);
    List<List<String>> texts = table.texts();
    Columns columns = Columns.of(texts);
    if (columns == null) {
      return;
    }
    List<String> dates = new ArrayList<>();
    List<Integer> doubtful = new ArrayList<>();
    int turns = 0;
    for (int i = columns.header() ? 1 : 0; i < texts.size(); i++) {
      String client = Columns.cell(texts.get(i), columns.client()).strip();
      String date = Columns.cell(texts.get(i), columns.date());
      dates.add(date);
      draft.separateTurn(client.isEmpty() ? null : client, null);
      if (!client.isEmpty()) {
        draft.role(client, Role.CLIENT);
      }
      if (Dates.isAmbiguous(date)) {
        doubtful.add(turns);
      }
      turns += Columns.cell(texts.get(i), columns.text()).isBlank() ? 0 : 1;
      say(table.rows().get(i), columns, draft);
    }
    draft.unnamed(Role.CLIENT);
    if (!doubtful.isEmpty() && Dates.orderOf(dates) == null) {
      draft.ask(CheckInFile.dateQuestion(doubtful));
    }
    columns.headings(texts).forEach(draft::note);
    for (Line line : file.lines()) {
      draft.structure(line.start(), line.end());
    }
  }

  private static void say(List<List<Line>> row, Columns columns, Draft draft) {
    for (int column = 0; column < row.size(); column++) {
      for (Line line : row.get(column)) {
        if (column == columns.text()) {
          draft.say(line.start(), line.end(), "\n");
        } else if (!columns.reads(column)) {
          draft.drop(line.start(), line.end(), "column not read");
        }
      }
    }
  }
}
