package org.throughline.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Learning;
import org.throughline.desk.view.Page;

/** Coders learned from people's decisions: learned, read about, switched on and off. */
final class ModelRoutes {

  record NewModel(@Nullable String code) {}

  record NewState(@Nullable Boolean on, @Nullable Integer version) {}

  private static final int LONGEST_CODE = 100;

  private final Learning learning;

  ModelRoutes(Desk desk) {
    this.learning = desk.learning();
  }

  void all(Context ctx) {
    ctx.json(Page.whole(learning.all()));
  }

  void learn(Context ctx) {
    String code = Requests.text("code", Requests.body(ctx, NewModel.class).code(), LONGEST_CODE);
    switch (learning.learn(Requests.actor(ctx), code)) {
      case Learning.Outcome.Learned learned -> ctx.status(201).json(learned.model());
      case Learning.Outcome.TooLittle little ->
          Problem.of(
                  422,
                  "too-little-to-learn-from",
                  "There is too little to learn this code from",
                  "Nothing was learned: " + little.because() + ".")
              .answer(ctx);
    }
  }

  void switchTo(Context ctx) {
    NewState given = Requests.body(ctx, NewState.class);
    Boolean on = given.on();
    Integer version = given.version();
    if (on == null || version == null) {
      throw new BadRequest("say whether it is to be on, and the version whose card you have read");
    }
    ctx.json(learning.switchTo(Requests.actor(ctx), ctx.pathParam("code"), version, on));
  }

  void verify(Context ctx) {
    ctx.json(learning.verify(Requests.actor(ctx), ctx.pathParam("code")));
  }

  /** Looks through one client's record with the models that are on. */
  void look(Context ctx) {
    ctx.json(learning.look(Requests.actor(ctx), ctx.pathParam("id")));
  }
}
