package org.throughline.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.desk.Asker;
import org.throughline.desk.Desk;
import org.throughline.desk.Marking;
import org.throughline.desk.view.BatchView;

/** Everything under {@code /coding-batches}: the hits of a search coded in one go. */
final class BatchRoutes {

  private static final int MOST_CHOSEN = 1_000;

  record Chosen(@Nullable String entry, @Nullable Integer turn) {}

  record NewBatch(
      @Nullable String q,
      @Nullable String code,
      @Nullable String client,
      @Nullable String apply,
      @Nullable String explanation,
      @Nullable List<Chosen> only) {
    /** A question may quote. */
    @Override
    public String toString() {
      return "NewBatch[" + apply + "]";
    }
  }

  private final Marking marking;

  BatchRoutes(Desk desk) {
    this.marking = desk.marking();
  }

  void code(Context ctx) {
    NewBatch batch = Requests.body(ctx, NewBatch.class);
    String why = Objects.requireNonNullElse(batch.explanation(), "");
    Marking.Coded coded =
        marking.code(
            asker(ctx),
            QuoteRoutes.question(batch.q(), batch.code(), batch.client(), null, 1),
            places(batch.only()),
            Requests.text("apply", batch.apply(), 100),
            why.isBlank() ? "Coded from a search." : Requests.text("explanation", why, 500));
    BatchView made = coded.batch();
    ctx.status(201).header("Location", Routes.API + "/coding-batches/" + made.id()).json(coded);
  }

  void get(Context ctx) {
    ctx.json(marking.batch(asker(ctx), ctx.pathParam("id")));
  }

  void undo(Context ctx) {
    ctx.json(marking.takeBack(asker(ctx), ctx.pathParam("id")));
  }

  private static Asker asker(Context ctx) {
    Caller caller = Requests.caller(ctx);
    return new Asker(caller.actor(), caller.clients(Action.DECIDE_CODING));
  }

  private static @Nullable List<Marking.Place> places(@Nullable List<Chosen> only) {
    if (only == null) {
      return null;
    }
    if (only.isEmpty() || only.size() > MOST_CHOSEN) {
      throw new BadRequest("only names 1 to 1,000 turns; leave it out for all that answer");
    }
    return only.stream()
        .map(
            one -> {
              String entry = one.entry();
              Integer turn = one.turn();
              if (entry == null || turn == null) {
                throw new BadRequest("each of only has an entry and a turn");
              }
              return new Marking.Place(entry, turn);
            })
        .toList();
  }
}
