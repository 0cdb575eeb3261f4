package org.throughline.quote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A {@link QuoteList} as CSV: RFC 4180, UTF-8. Cells that a spreadsheet would take for a formula
 * get an apostrophe in front. (Markdown and DOCX are made by {@code report}.)
 */
public final class QuoteCsv {

  private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  private QuoteCsv() {}

  /** Writes and flushes; the stream stays open. */
  public static void write(QuoteList list, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    csv.printRecord("client", "session", "date", "time", "speaker", "words", "codes", "source");
    for (QuoteList.Quote quote : list.quotes()) {
      csv.printRecord(
          cell(quote.client()),
          quote.session(),
          quote.date(),
          quote.time(),
          quote.speaker(),
          cell(quote.words()),
          cell(String.join(" ", quote.codes())),
          cell(quote.source()));
    }
    csv.flush();
  }

  /** OWASP, "CSV Injection": one of these in front would run the cell. */
  private static String cell(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
