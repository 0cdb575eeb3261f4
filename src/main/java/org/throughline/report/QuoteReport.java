package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.text;

import java.util.List;
import org.throughline.quote.QuoteList;

/** A list of quotes as a document: each with its place, so that it can be looked up. */
public final class QuoteReport {

  private QuoteReport() {}

  public static Document of(QuoteList list) {
    var writer = new Document.Writer(list.title());
    writer.text("Question: " + list.question());
    writer.text(
        "Turns that answer, among those the asker may see: %s; quoted here: %d. Made %s."
            .formatted(list.total(), list.quotes().size(), list.made()));
    for (QuoteList.Quote quote : list.quotes()) {
      writer.paragraph(text("“" + quote.words() + "”"));
      writer.bullets(List.of(cell(reference(quote))));
    }
    return writer.done();
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
        + " ("
        + quote.source()
        + ")";
  }
}
