package org.throughline.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.deidentify.IdentityCard;
import org.throughline.deidentify.Kind;
import org.throughline.desk.Desk;
import org.throughline.desk.Releasing;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.ReleaseView;
import org.throughline.record.Actor;
import org.throughline.transcript.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Identity cards, the review of de-identification, and release to research. */
final class ReleaseRoutes {

  private static final int MOST_LINES = 500;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_VERSION = 64;

  /**
   * What a reviewer says about a stretch.
   *
   * @param verdict accept, reject or add
   * @param kind for what is added
   * @param alike whether it goes for all that waits and says the same
   */
  record NewVerdict(
      @Nullable Integer turn,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String verdict,
      @Nullable String kind,
      @Nullable Boolean alike) {

    Span span() {
      Integer from = start;
      Integer to = end;
      if (from == null || to == null || from < 0 || to <= from) {
        throw new BadRequest("a decision has a turn, start and end, end behind start");
      }
      return new Span(from, to);
    }

    int inTurn() {
      return Objects.requireNonNullElse(turn, -1);
    }
  }

  /**
   * Somebody has read all of a session.
   *
   * @param version of what they read
   */
  record NewApproval(@Nullable String version) {}

  private final Releasing releasing;

  ReleaseRoutes(Desk desk) {
    this.releasing = desk.releasing();
  }

  void card(Context ctx) {
    ctx.json(releasing.card(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void keepCard(Context ctx) {
    IdentityCard card = card(Requests.body(ctx, ObjectNode.class), ctx.pathParam("id"));
    releasing.keepCard(Requests.actor(ctx), card);
    ctx.json(Map.of("lines", card.size()));
  }

  private static IdentityCard card(ObjectNode body, String client) {
    IdentityCard card;
    try {
      card = Json.MAPPER.treeToValue(body.put("client", client), IdentityCard.class);
    } catch (JacksonException e) {
      throw new BadRequest("a card is lists of strings: names, kin, places and so on");
    }
    if (card.size() > MOST_LINES || card.longest() > LONGEST_LINE) {
      throw new BadRequest(
          "a card has at most %d lines of %d characters".formatted(MOST_LINES, LONGEST_LINE));
    }
    return card;
  }

  void draft(Context ctx) {
    Actor by = Requests.actor(ctx);
    String client = ctx.pathParam("id");
    releasing.draft(by, client);
    ctx.json(Page.whole(releasing.standing(by, List.of(client))));
  }

  void queue(Context ctx) {
    standing(ctx, Action.REVIEW_DEIDENTIFICATION);
  }

  void releases(Context ctx) {
    standing(ctx, Action.RELEASE_TO_RESEARCH);
  }

  private void standing(Context ctx, Action action) {
    List<ReleaseView> all =
        releasing.standing(Requests.actor(ctx), Requests.caller(ctx).clients(action).keySet());
    ctx.json(Page.of(all, ReleaseView::session, ctx.queryParam("cursor"), Requests.limit(ctx)));
  }

  void review(Context ctx) {
    ctx.json(releasing.review(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void open(Context ctx) {
    releasing.open(Requests.actor(ctx), ctx.pathParam("id"));
    review(ctx);
  }

  void decide(Context ctx) {
    NewVerdict given = Requests.body(ctx, NewVerdict.class);
    Actor by = Requests.actor(ctx);
    String entry = ctx.pathParam("id");
    boolean alike = Boolean.TRUE.equals(given.alike());
    int turn = given.inTurn();
    Span span = given.span();
    switch (String.valueOf(given.verdict())) {
      case "accept" -> releasing.accept(by, entry, turn, span);
      case "reject" -> releasing.reject(by, entry, turn, span);
      case "add" -> releasing.add(by, entry, turn, span, kind(given.kind()));
      default -> throw new BadRequest("verdict is accept, reject or add");
    }
    if (alike) {
      releasing.alike(by, entry, turn, span, !"reject".equals(given.verdict()));
    }
    review(ctx);
  }

  private static Kind kind(@Nullable String given) {
    try {
      return Kind.of(Requests.text("kind", given, 20).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequest("kind is name, place, address, organisation, date or another of these");
    }
  }

  void approve(Context ctx) {
    NewApproval given = Requests.body(ctx, NewApproval.class);
    String version = Requests.text("version", given.version(), LONGEST_VERSION);
    releasing.approve(Requests.actor(ctx), ctx.pathParam("id"), version);
    review(ctx);
  }

  void release(Context ctx) {
    releasing.release(Requests.actor(ctx), ctx.pathParam("id"));
    standing(ctx);
  }

  void recall(Context ctx) {
    releasing.recall(Requests.actor(ctx), ctx.pathParam("id"));
    standing(ctx);
  }

  private void standing(Context ctx) {
    ctx.json(releasing.standing(Requests.actor(ctx), ctx.pathParam("id")));
  }
}
