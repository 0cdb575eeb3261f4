package org.throughline.quote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes a {@link QuoteList} as a file. */
public enum QuoteExport {
  /** RFC 4180, UTF-8; cells that a spreadsheet would take for a formula get an apostrophe. */
  CSV {
    @Override
    public void write(QuoteList list, OutputStream out) throws IOException {
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
  },

  MARKDOWN {
    @Override
    public void write(QuoteList list, OutputStream out) throws IOException {
      StringBuilder text = new StringBuilder("# " + plain(list.title()) + "\n\n");
      text.append(heading(list).replace("\n", "  \n")).append("\n");
      for (QuoteList.Quote quote : list.quotes()) {
        text.append("\n> ")
            .append(plain(quote.words()).replace("\n", "\n> "))
            .append("\n>\n> — ")
            .append(plain(reference(quote)))
            .append("\n");
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  },

  DOCX {
    @Override
    public void write(QuoteList list, OutputStream out) throws IOException {
      try (XWPFDocument document = new XWPFDocument()) {
        document.getProperties().getCoreProperties().setCreator("Throughline");
        XWPFRun title = document.createParagraph().createRun();
        title.setBold(true);
        title.setFontSize(16);
        title.setText(xml(list.title()));
        for (String line : heading(list).split("\n", -1)) {
          document.createParagraph().createRun().setText(xml(line));
        }
        for (QuoteList.Quote quote : list.quotes()) {
          XWPFParagraph paragraph = document.createParagraph();
          paragraph.setIndentationLeft(400);
          paragraph.createRun().setText(xml("“" + quote.words() + "”"));
          XWPFRun reference = document.createParagraph().createRun();
          reference.setItalic(true);
          reference.setFontSize(9);
          reference.setText(xml(reference(quote)));
        }
        document.write(out);
      }
    }
  };

  /** Writes and flushes; the stream stays open. */
  public abstract void write(QuoteList list, OutputStream out) throws IOException;

  /** "csv", "markdown", "docx": as files and the API call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String heading(QuoteList list) {
    return "Question: "
        + list.question()
        + "\nTurns that answer, among those the asker may see: "
        + list.total()
        + "; quoted here: "
        + list.quotes().size()
        + "\nMade: "
        + list.made();
  }

  private static String reference(QuoteList.Quote quote) {
    return quote.client()
        + ", session "
        + quote.session()
        + ", "
        + quote.date()
        + (quote.time().isEmpty() ? "" : ", at " + quote.time())
        + ", "
        + quote.speaker()
        + (quote.codes().isEmpty() ? "" : "; " + String.join(", ", quote.codes()))
        + " ["
        + quote.source()
        + "]";
  }

  /**
   * A cell beginning with one of these would be run as a formula (OWASP, "CSV Injection"); an
   * apostrophe in front makes it text.
   */
  static String cell(String value) {
    return !value.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  /** Markdown without its signs: what was said is not markup. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
  }

  /** Without the control characters that XML forbids. */
  private static String xml(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
  }
}
