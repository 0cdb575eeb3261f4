package org.throughline.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.House;
import org.throughline.desk.SavedSearches;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.SearchView;

/** Everything under {@code /searches}: questions that people keep. */
final class SearchRoutes {

  record NewSearch(@Nullable String name, @Nullable String q) {
    /** A question may quote. */
    @Override
    public String toString() {
      return "NewSearch[]";
    }
  }

  private final House house;
  private final SavedSearches searches;

  SearchRoutes(Desk desk) {
    this.house = desk.house();
    this.searches = desk.searches();
  }

  void all(Context ctx) {
    List<SearchView> all = searches.all(Requests.actor(ctx));
    ctx.json(Page.of(all, SearchView::id, ctx.queryParam("cursor"), Requests.limit(ctx)));
  }

  void keep(Context ctx) {
    NewSearch search = Requests.body(ctx, NewSearch.class);
    String q = Objects.requireNonNullElse(search.q(), "");
    if (q.length() > QuoteRoutes.LONGEST) {
      throw new BadRequest("q has at most 2,000 characters");
    }
    SearchView kept =
        searches.keep(Requests.actor(ctx), Requests.text("name", search.name(), 120), q);
    ctx.status(201).header("Location", Routes.API + "/searches/" + kept.id()).json(kept);
  }

  void run(Context ctx) {
    QuoteRoutes.answer(
        house,
        ctx,
        searches.run(
            QuoteRoutes.asker(ctx),
            ctx.pathParam("id"),
            ctx.queryParam("cursor"),
            Requests.limit(ctx)));
  }

  void forget(Context ctx) {
    searches.forget(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }
}
