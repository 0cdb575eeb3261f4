package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.quote.Hit;
import org.throughline.transcript.Span;

/**
 * A turn that answers a search, verbatim, with where it stands.
 *
 * @param entry session or check-in
 * @param number of the session, null for a check-in
 * @param marks where in the text the words that answer stand
 * @param codes ids of the codes on the turn, each once
 */
public record QuoteView(
    String client,
    String entry,
    @Nullable Integer number,
    String date,
    int turn,
    String role,
    String text,
    List<MarkView> marks,
    List<String> codes) {

  /** A stretch of the turn's text. */
  public record MarkView(int start, int end) {
    public static MarkView of(Span span) {
      return new MarkView(span.start(), span.end());
    }
  }

  public static QuoteView of(Hit hit) {
    return new QuoteView(
        hit.client(),
        hit.session(),
        hit.number() > 0 ? hit.number() : null,
        hit.date().toString(),
        hit.turn().index(),
        hit.role().id(),
        hit.turn().text(),
        hit.marks().stream().map(MarkView::of).toList(),
        hit.codings().stream().map(coding -> coding.coding().code()).distinct().toList());
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "QuoteView[entry=" + entry + ", turn=" + turn + "]";
  }
}
