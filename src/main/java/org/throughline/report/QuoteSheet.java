package org.throughline.report;

import static org.throughline.report.Document.cell;

import java.util.ArrayList;
import java.util.List;
import org.throughline.quote.QuoteList;

/** A {@link QuoteList} as a document: one row a quote, with its source to check it by. */
public final class QuoteSheet {

  private static final List<String> COLUMNS =
      List.of("Client", "Session", "Speaker", "Words", "Codes", "Source");

  private QuoteSheet() {}

  public static Document of(QuoteList list) {
    List<List<Block.Paragraph>> rows = new ArrayList<>();
    for (QuoteList.Quote quote : list.quotes()) {
      rows.add(
          List.of(
              cell(quote.client()),
              cell(place(quote)),
              cell(quote.speaker()),
              cell(quote.words()),
              cell(String.join(", ", quote.codes())),
              cell(quote.source())));
    }
    var sheet =
        new Document.Writer(list.title())
            .text("Question: " + (list.question().isBlank() ? "every turn" : list.question()))
            .text(
                "%s turns answer. Made %s. A quote has at most %d words; \"?\" marks a code that no"
                        .formatted(list.total(), list.made(), QuoteList.MAX_WORDS)
                    + " person has confirmed.");
    return rows.isEmpty()
        ? sheet.text("No quote that may be handed out answers.").done()
        : sheet.table(COLUMNS, rows).done();
  }

  private static String place(QuoteList.Quote quote) {
    String session = quote.session() > 0 ? "session " + quote.session() : "check-in";
    return session + ", " + quote.date() + (quote.time().isEmpty() ? "" : ", " + quote.time());
  }
}
