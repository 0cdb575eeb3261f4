package org.throughline.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Asking.Asked;
import org.throughline.desk.view.QuotePage;
import org.throughline.quote.Expression;
import org.throughline.quote.Hit;
import org.throughline.quote.Hits;
import org.throughline.quote.LikenessIndex;
import org.throughline.quote.QuoteQuery;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * Quotes like a quote, and wordings like a wording, by the meaning of whole sentences. Found by a
 * model that was never taught therapy: a help in finding, never a finding, so each hit says how it
 * was found.
 */
public final class Likening {

  /** Like what. */
  public sealed interface Model {}

  /** Like a wording of the asker's own. */
  public record Wording(String text) implements Model {
    /** May quote. */
    @Override
    public String toString() {
      return "Wording[]";
    }
  }

  /**
   * Like a passage that is kept.
   *
   * @param start first UTF-16 unit within the turn's text; null for the whole turn
   */
  public record Passage(String entry, int turn, @Nullable Integer start, @Nullable Integer end)
      implements Model {}

  private final Store store;
  private final Indexes indexes;
  private final Quoting quoting;
  private final Asking asking;

  Likening(Store store, Indexes indexes, Quoting quoting, Asking asking) {
    this.store = store;
    this.indexes = indexes;
    this.quoting = quoting;
    this.asking = asking;
  }

  /** Whether it is switched on. */
  public boolean isOn() {
    return indexes.likeness().isPresent();
  }

  /**
   * First what the question's words find, if it has any; then the likest turns that are not among
   * them, narrowed by who and when the question says.
   *
   * @throws StoreException.Conflict where likeness is switched off
   * @throws StoreException.NotFound if the asker may not see the passage
   */
  public QuotePage like(Asker asker, Model model, Question question) {
    LikenessIndex likeness =
        indexes
            .likeness()
            .orElseThrow(
                () ->
                    new StoreException.Conflict(
                        "likeness is switched off; start with --likeness, or set "
                            + DeskSettings.LIKENESS
                            + "=on"));
    Asked asked =
        model instanceof Wording wording
            ? asking.read(asker, question, wording.text())
            : asking.read(asker, question);
    String wanted = text(asker, model, asked);
    Expression where = asked.what().filters();
    Hits found =
        quoting.quote(
            asker,
            "quote.like",
            asked,
            words -> {
              int limit = question.limit();
              Hits like =
                  likeness.like(
                      wanted,
                      where,
                      Math.min(QuoteQuery.MAX_LIMIT, limit + 1),
                      asked.visible(),
                      words);
              Hits others = others(like, model, limit);
              return asked.what().hasWords()
                  ? indexes
                      .words()
                      .search(QuoteQuery.of(asked.what()).page(0, limit), asked.counted(), words)
                      .and(others)
                  : others;
            });
    boolean behind = likeness.sequence() < indexes.words().sequence();
    return asked.shown(
        QuotePage.of(
            new Hits(found.total(), found.exact(), found.partial() || behind, found.hits()), null));
  }

  /** A quote is most like itself, and nobody asks for that. */
  private static Hits others(Hits like, Model model, int limit) {
    List<Hit> hits =
        like.hits().stream()
            .filter(
                hit ->
                    !(model instanceof Passage own
                        && own.entry().equals(hit.session())
                        && own.turn() == hit.turn().index()))
            .limit(limit)
            .toList();
    return new Hits(hits.size(), false, like.partial(), hits);
  }

  private String text(Asker asker, Model model, Asked asked) {
    return switch (model) {
      case Wording wording -> wording.text();
      case Passage passage -> {
        String client = store.entries().clientOf(passage.entry());
        if (!asker.clients().contains(client) && !asker.tagged().contains(client)) {
          throw new StoreException.NotFound("entry");
        }
        Turn turn =
            quoting
                .quote(
                    asker,
                    "quote.model",
                    asked,
                    words -> words.turns(passage.entry(), passage.turn(), passage.turn() + 1))
                .stream()
                .findFirst()
                .orElseThrow(() -> new StoreException.NotFound("turn"))
                .turn();
        yield words(passage, turn.text());
      }
    };
  }

  private static String words(Passage passage, String text) {
    int start = passage.start() == null ? 0 : passage.start();
    int end = passage.end() == null ? text.length() : passage.end();
    if (start < 0 || end <= start || end > text.length()) {
      throw new IllegalArgumentException("start and end mark words within the turn's text");
    }
    return new Span(start, end).of(text);
  }
}
