package org.throughline.research;

import java.util.List;

/**
 * Codings as CSV (RFC 4180): one type in each column, no empty lines, so that a program can turn it
 * into Parquet without asking. Offsets are UTF-16 units of the released turn's text, end exclusive.
 */
final class CodingTable {

  private static final String HEAD = "client,session,day,turn,start,end,code,coder,quote";

  private CodingTable() {}

  static String csv(List<Themes.Quote> quotes) {
    StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
    for (Themes.Quote quote : quotes) {
      StudyEvent.Coded coded = quote.coding();
      csv.append(cell(quote.client()))
          .append(',')
          .append(cell(quote.session()))
          .append(',')
          .append(quote.day())
          .append(',')
          .append(coded.turn())
          .append(',')
          .append(coded.start())
          .append(',')
          .append(coded.end())
          .append(',')
          .append(cell(coded.code()))
          .append(',')
          .append(cell(coded.coder()))
          .append(',')
          .append(cell(quote.quote()))
          .append("\r\n");
    }
    return csv.toString();
  }

  /** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
