package org.throughline.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.desk.Claims;
import org.throughline.desk.Desk;
import org.throughline.desk.view.OpenedView;
import org.throughline.desk.view.Page;

/** What people do with findings: open the evidence, review them, ask the client. */
final class ClaimRoutes {

  private static final int MOST_NAME = 200;
  private static final int MOST_WORDS = 2_000;

  record Opening(@Nullable String claim, @Nullable String session) {}

  record NewReview(@Nullable String claim, @Nullable String skipReason) {
    /** Never the reason. */
    @Override
    public String toString() {
      return "NewReview[" + claim + "]";
    }
  }

  record NewWord(@Nullable String claim, @Nullable Status status, @Nullable String words) {
    /** Never the words. */
    @Override
    public String toString() {
      return "NewWord[" + claim + ", " + status + "]";
    }
  }

  private final Desk desk;
  private final Claims claims;

  ClaimRoutes(Desk desk) {
    this.desk = desk;
    this.claims = desk.casework().claims();
  }

  void all(Context ctx) {
    Json.answer(ctx, Page.whole(claims.all(Requests.actor(ctx), ctx.pathParam("id"))));
  }

  void open(Context ctx) {
    Opening opening = Requests.body(ctx, Opening.class);
    OpenedView opened =
        claims.open(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.text("claim", opening.claim(), MOST_NAME),
            opening.session());
    ctx.status(201)
        .json(
            switch (Requests.view(ctx)) {
              case FULL -> opened;
              case TAGGED -> desk.house().tags(ctx.pathParam("id")).on(opened);
              case NO_WORDS, PARAPHRASE, RELEASED -> opened.withoutWords();
            });
  }

  void review(Context ctx) {
    NewReview review = Requests.body(ctx, NewReview.class);
    Json.answer(
        ctx.status(201),
        claims.review(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.text("claim", review.claim(), MOST_NAME),
            optional("skipReason", review.skipReason())));
  }

  void clientsWord(Context ctx) {
    NewWord word = Requests.body(ctx, NewWord.class);
    Status status = word.status();
    if (status == null) {
      throw new BadRequest("status is agreed, disputed or proposed");
    }
    Json.answer(
        ctx.status(201),
        claims.clientsWord(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.text("claim", word.claim(), MOST_NAME),
            status,
            optional("words", word.words())));
  }

  private static String optional(String name, @Nullable String given) {
    String text = Objects.requireNonNullElse(given, "");
    return text.isBlank() ? "" : Requests.text(name, text, MOST_WORDS);
  }
}
