package org.throughline.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.access.View;
import org.throughline.desk.Desk;
import org.throughline.desk.Tags;
import org.throughline.desk.view.CheckInView;
import org.throughline.desk.view.ClientView;
import org.throughline.desk.view.MissedView;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.SessionView;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.trajectory.TrajectoryView;

/** Everything under {@code /clients}. */
final class ClientRoutes {

  record NewClient(String pseudonym, @Nullable List<String> problems) {
    /** May name somebody. */
    @Override
    public String toString() {
      return "NewClient[]";
    }
  }

  record NewAnswer(String decision, @Nullable Instant from, @Nullable Instant to) {}

  record NewText(String date, String prompt, String text) {
    /** Never the words. */
    @Override
    public String toString() {
      return "NewText[prompt=" + prompt + "]";
    }
  }

  record NewMissed(String date, @Nullable String reason) {
    /** Never the reason. */
    @Override
    public String toString() {
      return "NewMissed[" + date + "]";
    }
  }

  private final Desk desk;

  ClientRoutes(Desk desk) {
    this.desk = desk;
  }

  void list(Context ctx) {
    Caller caller = Requests.caller(ctx);
    List<ClientView> all = desk.clients(caller.actor(), caller.clients(Action.READ_CLIENT));
    ctx.json(Page.of(all, ClientView::id, ctx.queryParam("cursor"), Requests.limit(ctx)));
  }

  void add(Context ctx) {
    NewClient client = Requests.body(ctx, NewClient.class);
    ClientView added =
        desk.addClient(
            Requests.actor(ctx),
            Requests.text("pseudonym", client.pseudonym(), 100),
            client.problems() == null ? List.of() : client.problems(),
            Requests.caller(ctx).who().account(),
            Requests.key(ctx, ctx.bodyAsBytes()));
    ctx.status(201).header("Location", Routes.API + "/clients/" + added.id()).json(added);
  }

  void get(Context ctx) {
    ClientView client = desk.client(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.json(client.shown(Requests.view(ctx)));
  }

  void consents(Context ctx) {
    ctx.json(Page.whole(desk.consents(ctx.pathParam("id"))));
  }

  void putConsent(Context ctx) {
    NewAnswer given = Requests.body(ctx, NewAnswer.class);
    NewConsent.Answer answer =
        switch (String.valueOf(given.decision())) {
          case "granted" -> NewConsent.Answer.GRANTED;
          case "refused" -> NewConsent.Answer.REFUSED;
          default -> throw new BadRequest("decision is granted or refused");
        };
    Instant from = given.from() == null ? Instant.now() : given.from();
    var plain =
        answer == NewConsent.Answer.GRANTED ? NewConsent.granted(from) : NewConsent.refused(from);
    ctx.json(
        desk.recordConsent(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Scope.of(ctx.pathParam("scope")),
            given.to() == null ? plain : until(plain, given.to())));
  }

  private static NewConsent until(NewConsent given, Instant to) {
    return new NewConsent(
        given.decision(),
        given.from(),
        to,
        given.formHash(),
        given.formLanguage(),
        given.grantor(),
        given.witness(),
        given.evidence(),
        given.channel(),
        given.jurisdictions());
  }

  void sessions(Context ctx) {
    List<SessionView> all = desk.sessions(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.json(Page.of(all, SessionView::id, ctx.queryParam("cursor"), Requests.limit(ctx)));
  }

  void addCheckIn(Context ctx) {
    NewText written = Requests.body(ctx, NewText.class);
    CheckInView kept =
        desk.addCheckIn(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.date(written.date()),
            Requests.text("prompt", written.prompt(), 60),
            Requests.text("text", written.text(), 20_000),
            Requests.key(ctx, ctx.bodyAsBytes()));
    ctx.status(201).json(kept);
  }

  void addMissed(Context ctx) {
    NewMissed missed = Requests.body(ctx, NewMissed.class);
    String reason = missed.reason();
    MissedView kept =
        desk.addMissed(
            Requests.actor(ctx),
            ctx.pathParam("id"),
            Requests.date(missed.date()),
            reason == null || reason.isBlank() ? "" : Requests.text("reason", reason, 500),
            Requests.key(ctx, ctx.bodyAsBytes()));
    ctx.status(201).json(kept);
  }

  void missed(Context ctx) {
    View view = Requests.view(ctx);
    List<MissedView> all =
        desk.missed(Requests.actor(ctx), ctx.pathParam("id")).stream()
            .map(missed -> missed.shown(view))
            .toList();
    ctx.json(Page.of(all, MissedView::id, ctx.queryParam("cursor"), Requests.limit(ctx)));
  }

  /** Whether trends that rest on codes which are exploratory here were asked for. */
  private static boolean exploratory(Context ctx) {
    String given = ctx.queryParam("exploratory");
    if (given != null && !given.equals(Desk.INCLUDE)) {
      throw new BadRequest("exploratory is include, or left out");
    }
    return given != null;
  }

  void trajectory(Context ctx) {
    TrajectoryView course =
        desk.course(Requests.actor(ctx), ctx.pathParam("id"), exploratory(ctx)).view();
    Tags tags = desk.house().tags(ctx.pathParam("id"));
    ctx.json(
        switch (Requests.view(ctx)) {
          case FULL -> course;
          case TAGGED -> course.quoting(tags::on);
          case NO_WORDS, PARAPHRASE, RELEASED -> course.withoutWords();
        });
  }
}
