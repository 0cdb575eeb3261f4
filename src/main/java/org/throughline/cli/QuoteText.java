package org.throughline.cli;

import org.throughline.desk.view.LinePage;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.QuoteView;

/** Quotes for people to read. */
final class QuoteText {

  private QuoteText() {}

  static void print(QuotePage found, boolean json, Output out) {
    if (json) {
      out.json(found);
    } else {
      found.items().forEach(quote -> out.line(quote(quote)));
      out.line(count(found.count(), "turn"));
    }
  }

  static String quote(QuoteView quote) {
    var text = new StringBuilder(quote.text());
    for (QuoteView.MarkView mark : quote.marks().reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    Double likeness = quote.found().likeness();
    return "%s  %s, turn %d (%s)%s%n    %s%n"
        .formatted(
            quote.date(),
            quote.number() == null ? "check-in" : "session " + quote.number(),
            quote.turn(),
            quote.role(),
            likeness == null ? "" : "  found by likeness " + Math.round(likeness * 100) / 100.0,
            text.toString().replace("\n", "\n    "));
  }

  /** The match in the same column of every line. */
  static String line(LinePage.LineView line, int width) {
    String left = oneLine(line.left());
    return "%s %s  %s[%s]%s"
        .formatted(
            line.date(),
            line.number() == null ? "  -" : "%3d".formatted(line.number()),
            " ".repeat(Math.max(0, width - left.length())) + left,
            oneLine(line.match()),
            oneLine(line.right()));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  /** "1 turn", "12 turns". */
  static String count(String count, String what) {
    return count + " " + what + (count.equals("1") ? "" : "s");
  }
}
