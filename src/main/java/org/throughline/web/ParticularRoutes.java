package org.throughline.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Particulars;
import org.throughline.desk.Profile;
import org.throughline.desk.SessionSetting;
import org.throughline.measure.Words;

/** What is set for a client and for single sessions, and taking back what was a mistake. */
final class ParticularRoutes {

  private static final int MOST = 500;

  record NewProfile(
      @Nullable String changeTarget,
      @Nullable Map<String, String> norms,
      @Nullable Map<String, String> groups,
      @Nullable Integer reviewEvery) {
    /** Never what is said of the client. */
    @Override
    public String toString() {
      return "NewProfile[]";
    }
  }

  record NewSetting(@Nullable String source, @Nullable String therapist) {
    /** May name somebody. */
    @Override
    public String toString() {
      return "NewSetting[]";
    }
  }

  /** What is left of what was taken back. */
  record Retracted(String id) {}

  private final Particulars particulars;

  ParticularRoutes(Desk desk) {
    this.particulars = desk.casework().particulars();
  }

  void profile(Context ctx) {
    Requests.requireWords(ctx);
    Json.answer(ctx, particulars.profile(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void putProfile(Context ctx) {
    NewProfile given = Requests.body(ctx, NewProfile.class);
    String target = Objects.requireNonNullElse(given.changeTarget(), "");
    var profile =
        new Profile(
            target.isBlank() ? Words.NONE : new Words(Requests.text("changeTarget", target, MOST)),
            Objects.requireNonNullElse(given.norms(), Map.of()),
            Objects.requireNonNullElse(given.groups(), Map.of()),
            Objects.requireNonNullElse(given.reviewEvery(), Profile.NOTHING_SET.reviewEvery()));
    Json.answer(ctx, particulars.set(Requests.actor(ctx), ctx.pathParam("id"), profile));
  }

  void setting(Context ctx) {
    ctx.json(particulars.setting(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void putSetting(Context ctx) {
    NewSetting given = Requests.body(ctx, NewSetting.class);
    ctx.json(
        particulars.set(
            Requests.actor(ctx),
            new SessionSetting(
                ctx.pathParam("id"),
                Objects.requireNonNullElse(given.source(), ""),
                Objects.requireNonNullElse(given.therapist(), ""))));
  }

  void retractMissed(Context ctx) {
    String missed = ctx.pathParam("missed");
    particulars.retractMissed(Requests.actor(ctx), ctx.pathParam("id"), missed);
    ctx.json(new Retracted(missed));
  }
}
