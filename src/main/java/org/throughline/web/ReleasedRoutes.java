package org.throughline.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.throughline.desk.Desk;
import org.throughline.desk.Question;
import org.throughline.desk.ReleasedQuotes;
import org.throughline.quote.Concordance;
import org.throughline.quote.QuoteQuery;

/** Quotes and counts of released text, for researchers. */
final class ReleasedRoutes {

  private static final int USUAL_WIDTH = 60;

  private final ReleasedQuotes quotes;

  ReleasedRoutes(Desk desk) {
    this.quotes = desk.releasedQuotes();
  }

  void search(Context ctx) {
    QuoteQuery.Order order =
        Requests.oneOf(
            "order",
            Objects.requireNonNullElse(ctx.queryParam("order"), "newest"),
            QuoteQuery.Order.class);
    ctx.json(quotes.search(Requests.actor(ctx), question(ctx).in(order)));
  }

  void lines(Context ctx) {
    Concordance.SortBy sort =
        Requests.oneOf(
            "sort",
            Objects.requireNonNullElse(ctx.queryParam("sort"), "newest"),
            Concordance.SortBy.class);
    int width = Requests.number(ctx, "width", USUAL_WIDTH);
    ctx.json(quotes.lines(Requests.actor(ctx), question(ctx), sort, width));
  }

  void counts(Context ctx) {
    ctx.json(quotes.counts(Requests.actor(ctx), question(ctx)));
  }

  private static Question question(Context ctx) {
    return QuoteRoutes.question(
        ctx.queryParam("q"),
        ctx.queryParam("code"),
        ctx.queryParam("client"),
        ctx.queryParam("cursor"),
        Requests.limit(ctx));
  }
}
