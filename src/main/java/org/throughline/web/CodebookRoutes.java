package org.throughline.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.access.View;
import org.throughline.desk.CodebookShelf;
import org.throughline.desk.Desk;
import org.throughline.desk.view.CodebookView;
import org.throughline.desk.view.Page;

/** Codebooks as texts: read, tried out, saved, and their earlier versions. */
final class CodebookRoutes {

  record NewText(@Nullable String source) {}

  private static final int MOST = 1 << 20;
  private static final String YAML = "application/yaml; charset=utf-8";

  private final Desk desk;

  CodebookRoutes(Desk desk) {
    this.desk = desk;
  }

  void source(Context ctx) {
    yaml(ctx, desk.shelf().source(name(ctx)));
  }

  /** How each of its codes fares against people here. */
  void figures(Context ctx) {
    ctx.json(Page.whole(desk.figures().of(desk.codebook(name(ctx)))));
  }

  void check(Context ctx) {
    ctx.json(desk.shelf().check(name(ctx), text(ctx)));
  }

  /** On the sessions whose words the caller may read in full, and no others. */
  void preview(Context ctx) {
    Caller caller = Requests.caller(ctx);
    Set<String> own =
        caller.clients(Action.READ_ENTRY).entrySet().stream()
            .filter(one -> one.getValue() == View.FULL)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    ctx.json(desk.shelf().preview(caller.actor(), name(ctx), text(ctx), own));
  }

  void save(Context ctx) {
    switch (desk.shelf().save(Requests.actor(ctx), name(ctx), text(ctx))) {
      case CodebookShelf.Saved.Kept kept ->
          ctx.json(CodebookView.of(kept.codebook(), desk.figures().badges()));
      case CodebookShelf.Saved.Refused refused ->
          Problem.of(
                  422,
                  "broken-codebook",
                  "The codebook does not hold",
                  "Nothing was saved and the version in force stays.\n" + refused.lines())
              .answer(ctx);
    }
  }

  void versions(Context ctx) {
    ctx.json(Page.whole(desk.shelf().versions(name(ctx))));
  }

  void version(Context ctx) {
    yaml(ctx, desk.shelf().version(name(ctx), ctx.pathParam("hash")));
  }

  private static void yaml(Context ctx, String text) {
    ctx.contentType(YAML).result(text);
  }

  private static String name(Context ctx) {
    return ctx.pathParam("name");
  }

  private static String text(Context ctx) {
    return Requests.text("source", Requests.body(ctx, NewText.class).source(), MOST);
  }
}
