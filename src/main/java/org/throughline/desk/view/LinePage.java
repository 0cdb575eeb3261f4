package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.quote.Concordance;

/**
 * Some lines of a concordance: key words in context.
 *
 * @param next cursor of the page after, null on the last
 * @param count how many lines there are, in words where counting stopped
 */
public record LinePage(
    List<LineView> items,
    @Nullable String next,
    String count,
    int total,
    boolean exact,
    boolean partial) {

  /**
   * A match between its contexts, verbatim.
   *
   * @param number of the session, null for a check-in
   * @param start of the match in the turn's text
   */
  public record LineView(
      String client,
      String entry,
      @Nullable Integer number,
      String date,
      int turn,
      String role,
      int start,
      int end,
      String left,
      String match,
      String right,
      List<String> codes,
      String link) {

    public LineView {
      codes = List.copyOf(codes);
    }

    static LineView of(Concordance.Line line) {
      return new LineView(
          line.client(),
          line.session(),
          line.number() > 0 ? line.number() : null,
          line.date().toString(),
          line.turn(),
          line.role().id(),
          line.span().start(),
          line.span().end(),
          line.left(),
          line.match(),
          line.right(),
          line.codes(),
          line.link());
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "LineView[entry=" + entry + ", turn=" + turn + "]";
    }
  }

  public LinePage {
    items = List.copyOf(items);
  }

  public static LinePage of(Concordance lines, @Nullable String next) {
    return new LinePage(
        lines.lines().stream().map(LineView::of).toList(),
        next,
        lines.count(),
        lines.total(),
        lines.exact(),
        lines.partial());
  }

  @Override
  public String toString() {
    return "LinePage[items=" + items.size() + ", total=" + total + "]";
  }
}
