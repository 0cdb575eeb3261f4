package org.throughline.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.throughline.desk.Desk;
import org.throughline.desk.Measures;
import org.throughline.desk.view.Page;

/** Scores, goals, ratings, words and events that are written down for a client. */
final class MeasureRoutes {

  private static final int MOST_REASON = 500;

  private final Measures measures;

  MeasureRoutes(Desk desk) {
    this.measures = desk.casework().measures();
  }

  void questionnaires(Context ctx) {
    ctx.json(Page.whole(measures.questionnaires().all()));
  }

  void board(Context ctx) {
    Json.answer(ctx, measures.board(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void add(Context ctx) {
    String json = new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8);
    Json.answer(
        ctx.status(201),
        measures.add(
            Requests.actor(ctx), ctx.pathParam("id"), json, Requests.key(ctx, ctx.bodyAsBytes())));
  }

  void withdraw(Context ctx) {
    String reason = Objects.requireNonNullElse(ctx.queryParam("reason"), "");
    if (reason.length() > MOST_REASON) {
      throw new BadRequest("reason has at most " + MOST_REASON + " characters");
    }
    String client = ctx.pathParam("id");
    measures.withdraw(Requests.actor(ctx), client, ctx.pathParam("entry"), reason);
    Json.answer(ctx, measures.board(Requests.actor(ctx), client));
  }
}
