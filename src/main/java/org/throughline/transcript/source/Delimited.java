package org.throughline.transcript.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Text that is a table: cells between commas, semicolons (European Excel) or tabs.
 *
 * <p>Talk has commas too, so a text counts as a table only if its rows agree on their number of
 * columns.
 */
final class Delimited {

  private static final int SAMPLE = 200;

  private Delimited() {}

  /** The table, or null if the text is none. */
  static @Nullable Lines table(Decoded decoded) throws UnreadableException {
    for (char delimiter : new char[] {'\t', ';', ','}) {
      if (looksLikeTable(decoded.text(), delimiter)) {
        List<CSVRecord> rows = parse(decoded.text(), delimiter);
        if (rows != null && agree(rows, delimiter)) {
          return lines(decoded, rows, delimiter == '\t' ? "tsv" : "csv");
        }
      }
    }
    return null;
  }

  /** A cheap look before parsing: the first row has the delimiter. */
  private static boolean looksLikeTable(String text, char delimiter) {
    int start = 0;
    while (start < text.length()
        && Blank.is(text.charAt(start))
        && text.charAt(start) != delimiter) {
      start++;
    }
    int end = text.indexOf('\n', start);
    int at = text.indexOf(delimiter, start);
    return at >= 0 && (at < end || end < 0);
  }

  private static @Nullable List<CSVRecord> parse(String text, char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private static boolean agree(List<CSVRecord> rows, char delimiter) {
    int columns = rows.getFirst().size();
    long same = rows.stream().limit(SAMPLE).filter(row -> row.size() == columns).count();
    long seen = Math.min(rows.size(), SAMPLE);
    int least = delimiter == ',' ? 3 : 2;
    return columns >= least
        && columns <= Limits.COLUMNS
        && rows.size() >= 2
        && same * 10 >= seen * 8;
  }

  private static Lines lines(Decoded decoded, List<CSVRecord> rows, String container)
      throws UnreadableException {
    LinesBuilder lines = new LinesBuilder(container);
    int number = 0;
    for (CSVRecord row : rows) {
      number++;
      for (int column = 0; column < row.size(); column++) {
        lines.cell(new Line.Cell(0, number - 1, column), number, row.get(column));
      }
    }
    return lines.build(decoded);
  }
}
