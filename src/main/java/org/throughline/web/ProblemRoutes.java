package org.throughline.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Problems;
import org.throughline.desk.view.Page;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemEvent.SetbackReason;

/** Problems, named and traced passage by passage. */
final class ProblemRoutes {

  private static final int MOST_WORDS = 500;

  record NewName(@Nullable String words, boolean byClient) {
    /** Never the words. */
    @Override
    public String toString() {
      return "NewName[]";
    }
  }

  record NewPlace(
      @Nullable String session,
      @Nullable Integer turn,
      @Nullable Integer start,
      @Nullable Integer end) {

    Place place() {
      if (session == null || turn == null || start == null || end == null) {
        throw new BadRequest("a passage has session, turn, start and end");
      }
      return new Place(session, turn, start, end);
    }
  }

  record NewStage(@Nullable NewPlace passage, @Nullable Double stage) {}

  record NewReason(
      @Nullable NewPlace passage, @Nullable SetbackReason reason, @Nullable String note) {
    /** Never the note. */
    @Override
    public String toString() {
      return "NewReason[" + reason + "]";
    }
  }

  private final Problems problems;

  ProblemRoutes(Desk desk) {
    this.problems = desk.casework().problems();
  }

  void strips(Context ctx) {
    Json.answer(ctx, Page.whole(problems.strips(Requests.actor(ctx), ctx.pathParam("id"))));
  }

  void candidates(Context ctx) {
    Requests.requireWords(ctx);
    ctx.json(
        Page.whole(
            problems.candidates(
                Requests.actor(ctx), ctx.pathParam("id"), ctx.pathParam("problem"))));
  }

  void name(Context ctx) {
    NewName name = Requests.body(ctx, NewName.class);
    Json.answer(
        ctx.status(201),
        problems.name(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.text("words", name.words(), MOST_WORDS),
            name.byClient(),
            Requests.key(ctx, ctx.bodyAsBytes())));
  }

  void rename(Context ctx) {
    NewName name = Requests.body(ctx, NewName.class);
    Json.answer(
        ctx,
        problems.rename(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            ctx.pathParam("problem"),
            Requests.text("words", name.words(), MOST_WORDS),
            name.byClient()));
  }

  void link(Context ctx) {
    Place place = Requests.body(ctx, NewPlace.class).place();
    Json.answer(
        ctx,
        problems.link(Requests.actor(ctx), ctx.pathParam("id"), ctx.pathParam("problem"), place));
  }

  void unlink(Context ctx) {
    var place =
        new NewPlace(
            ctx.queryParam("session"),
            Requests.number("turn", ctx.queryParam("turn")),
            Requests.number("start", ctx.queryParam("start")),
            Requests.number("end", ctx.queryParam("end")));
    Json.answer(
        ctx,
        problems.unlink(
            Requests.actor(ctx), ctx.pathParam("id"), ctx.pathParam("problem"), place.place()));
  }

  void stage(Context ctx) {
    NewStage given = Requests.body(ctx, NewStage.class);
    Double stage = given.stage();
    if (stage == null) {
      throw new BadRequest("stage is missing");
    }
    Json.answer(
        ctx,
        problems.stage(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            ctx.pathParam("problem"),
            place(given.passage()),
            stage));
  }

  void explain(Context ctx) {
    NewReason given = Requests.body(ctx, NewReason.class);
    SetbackReason reason = given.reason();
    if (reason == null) {
      throw new BadRequest("reason is missing");
    }
    String note = Objects.requireNonNullElse(given.note(), "");
    Json.answer(
        ctx,
        problems.explain(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            ctx.pathParam("problem"),
            place(given.passage()),
            reason,
            note.isBlank() ? "" : Requests.text("note", note, MOST_WORDS)));
  }

  private static Place place(@Nullable NewPlace given) {
    if (given == null) {
      throw new BadRequest("passage is missing");
    }
    return given.place();
  }
}
