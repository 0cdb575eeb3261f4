package org.throughline.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.revision.Correction;

/** Putting a stored text right: misheard words, and who spoke. */
final class RevisionRoutes {

  record NewCorrection(
      @Nullable Integer turn,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String said) {
    /** Never the words. */
    @Override
    public String toString() {
      return "NewCorrection[turn=" + turn + "]";
    }
  }

  record NewRoles(@Nullable Map<String, String> roles) {
    /** Labels are names. */
    @Override
    public String toString() {
      return "NewRoles[]";
    }
  }

  private static final int MOST_SAID = 2_000;

  private final Desk desk;

  RevisionRoutes(Desk desk) {
    this.desk = desk;
  }

  void correct(Context ctx) {
    NewCorrection given = Requests.body(ctx, NewCorrection.class);
    Integer turn = given.turn();
    Integer start = given.start();
    Integer end = given.end();
    String said = given.said();
    if (turn == null || start == null || end == null || said == null || start < 0 || end < start) {
      throw new BadRequest("a correction names turn, start, end, and what was said");
    }
    if (said.length() > MOST_SAID) {
      throw new BadRequest("said has at most " + MOST_SAID + " characters");
    }
    var correction = new Correction(turn, new Span(start, end), said);
    ctx.status(201)
        .json(desk.revising().correct(Requests.actor(ctx), ctx.pathParam("id"), correction));
  }

  void undo(Context ctx) {
    int number = Requests.number("the revision", ctx.pathParam("number"));
    ctx.json(desk.revising().undo(Requests.actor(ctx), ctx.pathParam("id"), number));
  }

  void reassign(Context ctx) {
    Map<String, String> given = Requests.body(ctx, NewRoles.class).roles();
    if (given == null || given.isEmpty()) {
      throw new BadRequest("roles is an object from speaker label to role");
    }
    Map<String, Role> roles = new HashMap<>();
    given.forEach((label, role) -> roles.put(label, Role.of(role)));
    ctx.json(desk.revising().reassign(Requests.actor(ctx), ctx.pathParam("id"), roles));
  }
}
