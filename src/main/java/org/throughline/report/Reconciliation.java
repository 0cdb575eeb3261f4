package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.throughline.indicator.Quote;

/**
 * Cases behind a figure, drawn at random, with a worksheet: somebody who has not seen the coding
 * reads each quote where it stands and writes down whether the code fits.
 */
public final class Reconciliation {

  private Reconciliation() {}

  /**
   * A sample.
   *
   * @param size how many cases, or all if there are fewer
   * @param seed printed, so that the same sample can be drawn again
   */
  public static Document of(Figure figure, int size, long seed) {
    if (size < 1) {
      throw new IllegalArgumentException("a sample holds at least one case");
    }
    List<Quote> cases = new ArrayList<>(figure.quotes());
    cases.sort(
        Comparator.comparing(Quote::sessionId)
            .thenComparingInt(Quote::turn)
            .thenComparingInt(Quote::start)
            .thenComparing(Quote::code));
    Collections.shuffle(cases, new Random(seed));
    List<Quote> sample = cases.subList(0, Math.min(size, cases.size()));
    List<List<Block.Paragraph>> rows = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      Quote quote = sample.get(i);
      rows.add(
          List.of(
              cell(Integer.toString(i + 1)),
              cell(quote.reference()),
              line(Document.verbatim(quote)),
              cell(quote.code()),
              cell("☐ fits  ☐ does not"),
              cell("")));
    }
    return new Document.Writer("Reconciliation sample: " + figure.id())
        .text(
            "Figure: %s. Recipe: %s. %d of its %d cases, drawn with seed %d."
                .formatted(
                    figure.text(), figure.recipe(), sample.size(), figure.quotes().size(), seed))
        .text(
            "Read each quote at its place, with the turns around it, before you tick. Do not change"
                + " the figure: change the coding, and the figure follows.")
        .table(List.of("Case", "Where", "Words", "Code", "Does it fit?", "Note"), rows)
        .text("Read by: ____________  Date: ____________  Fit: ____ of " + sample.size())
        .done();
  }
}
