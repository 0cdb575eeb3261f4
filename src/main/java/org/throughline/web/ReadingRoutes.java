package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.view.CodebookView;
import org.throughline.desk.view.CodingView;
import org.throughline.desk.view.Page;
import org.throughline.record.Decision;
import org.throughline.transcript.Span;

/** Sessions, codings, codebooks, and the contract itself. */
final class ReadingRoutes {

  record NewDecision(
      String verdict,
      @Nullable String code,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String note) {
    /** A note may quote. */
    @Override
    public String toString() {
      return "NewDecision[" + verdict + "]";
    }
  }

  record NewCoding(
      @Nullable String code,
      @Nullable Integer turn,
      @Nullable Integer start,
      @Nullable Integer end) {}

  private final Desk desk;

  ReadingRoutes(Desk desk) {
    this.desk = desk;
  }

  void session(Context ctx) {
    ctx.json(desk.entry(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void decide(Context ctx) {
    NewDecision decision = Requests.body(ctx, NewDecision.class);
    String coding = ctx.pathParam("id");
    CodingView after =
        switch (String.valueOf(decision.verdict())) {
          case "confirm" -> decided(ctx, coding, new Decision.Confirm(), decision);
          case "reject" -> decided(ctx, coding, new Decision.Reject(), decision);
          case "change" -> decided(ctx, coding, change(decision), decision);
          case "undo" -> desk.undo(Requests.actor(ctx), coding);
          default -> throw new BadRequest("verdict is confirm, reject, change or undo");
        };
    ctx.json(after);
  }

  void addCoding(Context ctx) {
    NewCoding coding = Requests.body(ctx, NewCoding.class);
    String code = coding.code();
    Integer turn = coding.turn();
    Integer start = coding.start();
    Integer end = coding.end();
    if (code == null || turn == null || start == null || end == null || start < 0 || end <= start) {
      throw new BadRequest("a coding names the code, the turn, start and end");
    }
    ctx.status(201)
        .json(
            desk.addCoding(
                Requests.actor(ctx), ctx.pathParam("id"), code, turn, new Span(start, end)));
  }

  private CodingView decided(Context ctx, String coding, Decision.What what, NewDecision decision) {
    return desk.decide(Requests.actor(ctx), coding, what, decision.note());
  }

  private static Decision.Change change(NewDecision decision) {
    String code = decision.code();
    Integer start = decision.start();
    Integer end = decision.end();
    if (code == null || start == null || end == null || start < 0 || end <= start) {
      throw new BadRequest("a change names the code, start and end");
    }
    return new Decision.Change(code, new Span(start, end));
  }

  void codebooks(Context ctx) {
    ctx.json(Page.whole(desk.codebooks().stream().map(CodebookView.Summary::of).toList()));
  }

  void codebook(Context ctx) {
    ctx.json(CodebookView.of(desk.codebook(ctx.pathParam("name")), desk.figures().badges()));
  }

  static void contract(Context ctx) throws IOException {
    try (InputStream in = ReadingRoutes.class.getResourceAsStream("/openapi.yaml")) {
      ctx.contentType("application/yaml").result(Objects.requireNonNull(in).readAllBytes());
    }
  }
}
