package org.throughline.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Accounts;
import org.throughline.access.Action;
import org.throughline.access.Principal;
import org.throughline.access.Rates;
import org.throughline.desk.view.Page;
import org.throughline.record.Ticket;

/** One's own account: setting it up, password, phone, tokens for scripts. */
final class AccountRoutes {

  record NewSetup(String token, String password) {
    /** Never the secrets. */
    @Override
    public String toString() {
      return "NewSetup[]";
    }
  }

  record NewPassword(String password, String newPassword) {
    /** Never the secrets. */
    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }

  record NewPhone(String password, @Nullable String code) {
    /** Never the secrets. */
    @Override
    public String toString() {
      return "NewPhone[]";
    }
  }

  record NewToken(String name, List<String> actions, int days) {}

  /** A token as handed out, once. */
  record Handed(String token) {
    /** Never the secret. */
    @Override
    public String toString() {
      return "Handed[]";
    }
  }

  /**
   * A token as listed.
   *
   * @param ended when it was taken back; null while it is good or until it expires
   */
  record TokenView(
      String id,
      String name,
      List<String> actions,
      String created,
      String expires,
      @Nullable String ended) {

    static TokenView of(Ticket ticket) {
      return new TokenView(
          ticket.id(),
          ticket.name(),
          ticket.actions().stream().sorted().toList(),
          ticket.created().toString(),
          ticket.expires().toString(),
          ticket.ended() == null ? null : ticket.ended().toString());
    }
  }

  private final Accounts accounts;
  private final Rates rates;

  AccountRoutes(Accounts accounts, Rates rates) {
    this.accounts = accounts;
    this.rates = rates;
  }

  void setUp(Context ctx) {
    rates
        .take(Rates.Limit.LOGIN_FROM_ADDRESS, ctx.ip())
        .ifPresent(
            wait -> {
              throw Refusal.tooMany(wait);
            });
    NewSetup setup = Requests.body(ctx, NewSetup.class);
    Accounts.Enrolment enrolled =
        accounts
            .setUp(
                Requests.text("token", setup.token(), 100),
                Requests.text("password", setup.password(), 256))
            .orElseThrow(Refusal::wrongLogin);
    ctx.status(201).json(EnrolmentView.of(enrolled));
  }

  void changePassword(Context ctx) {
    NewPassword change = Requests.body(ctx, NewPassword.class);
    boolean changed =
        accounts.changePassword(
            person(ctx),
            Cookies.secret(ctx).orElseThrow(Refusal::loginNeeded),
            Requests.text("password", change.password(), 256),
            Requests.text("newPassword", change.newPassword(), 256));
    if (!changed) {
      throw Refusal.wrongLogin();
    }
    ctx.status(204);
  }

  void newPhone(Context ctx) {
    NewPhone phone = Requests.body(ctx, NewPhone.class);
    String code = phone.code();
    ctx.status(201)
        .json(
            accounts
                .newPhone(
                    person(ctx),
                    Requests.text("password", phone.password(), 256),
                    code == null || code.isBlank() ? "" : Requests.text("code", code, 40))
                .map(EnrolmentView::of)
                .orElseThrow(Refusal::wrongLogin));
  }

  void tokens(Context ctx) {
    ctx.json(Page.whole(accounts.tokens(person(ctx)).stream().map(TokenView::of).toList()));
  }

  /** It works for up to a year without its owner, so a screen left open must not make one. */
  void issueToken(Context ctx) {
    if (!person(ctx).isProved(Instant.now())) {
      throw Refusal.proofNeeded();
    }
    NewToken token = Requests.body(ctx, NewToken.class);
    if (token.actions() == null || token.actions().size() > Action.values().length) {
      throw new BadRequest("actions lists what the token may do");
    }
    Set<Action> actions = new HashSet<>();
    token.actions().forEach(action -> actions.add(Action.of(action)));
    String secret =
        accounts.issueToken(
            person(ctx),
            Requests.text("name", token.name(), 60),
            actions,
            Duration.ofDays(token.days()));
    ctx.status(201).json(new Handed(secret));
  }

  void revokeToken(Context ctx) {
    if (!accounts.revokeToken(person(ctx), ctx.pathParam("id"))) {
      throw new io.javalin.http.NotFoundResponse();
    }
    ctx.status(204);
  }

  /** A script changes nothing about the account it acts for. */
  static Principal person(Context ctx) {
    Principal who = Requests.caller(ctx).who();
    if (who.only() != null) {
      throw Refusal.forbidden();
    }
    return who;
  }
}
