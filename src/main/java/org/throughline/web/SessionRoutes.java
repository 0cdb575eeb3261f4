package org.throughline.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.access.AccountRole;
import org.throughline.access.Accounts;
import org.throughline.access.Action;
import org.throughline.access.Principal;
import org.throughline.access.ProviderLogins;

/** Logging in and out, and proving oneself once more. */
final class SessionRoutes {

  record NewLogin(String name, String password, @Nullable String code) {
    /** Never the secrets. */
    @Override
    public String toString() {
      return "NewLogin[]";
    }
  }

  record NewProof(String code) {
    /** Never the secret. */
    @Override
    public String toString() {
      return "NewProof[]";
    }
  }

  /**
   * Who is logged in.
   *
   * @param provedUntil until when acts that ask for a fresh proof go through; null where they do
   *     not
   * @param only what a token is limited to; null for a person
   * @param secondFactor whether a code is asked for at the login
   * @param provider name of the identity provider, where the account can prove itself there
   */
  record Me(
      String account,
      String name,
      List<String> roles,
      @Nullable String provedUntil,
      @Nullable List<String> only,
      boolean secondFactor,
      @Nullable String provider) {}

  private final Accounts accounts;
  private final @Nullable ProviderLogins provider;

  SessionRoutes(Accounts accounts, @Nullable ProviderLogins provider) {
    this.accounts = accounts;
    this.provider = provider;
  }

  void login(Context ctx) {
    NewLogin login = Requests.body(ctx, NewLogin.class);
    String code = login.code();
    switch (accounts.login(
        Requests.text("name", login.name(), 64),
        Requests.text("password", login.password(), 256),
        code == null || code.isBlank() ? "" : Requests.text("code", code, 40),
        ctx.ip())) {
      case Accounts.LoggedIn in -> {
        Cookies.secret(ctx).ifPresent(accounts::logout);
        Cookies.set(ctx, in.secret());
        ctx.json(me(in.who()));
      }
      case Accounts.Refused refused -> throw Refusal.wrongLogin();
      case Accounts.TooMany many -> throw Refusal.tooMany(many.retryAfter());
    }
  }

  void whoAmI(Context ctx) {
    ctx.json(me(Requests.caller(ctx).who()));
  }

  void logout(Context ctx) {
    Cookies.secret(ctx).ifPresent(accounts::logout);
    Cookies.clear(ctx);
    ctx.status(204);
  }

  void logoutElsewhere(Context ctx) {
    Principal who = Requests.caller(ctx).who();
    if (who.only() != null) {
      throw Refusal.forbidden();
    }
    accounts.logoutElsewhere(who, Cookies.secret(ctx).orElseThrow(Refusal::loginNeeded));
    ctx.status(204);
  }

  void prove(Context ctx) {
    NewProof proof = Requests.body(ctx, NewProof.class);
    String secret = Cookies.secret(ctx).orElseThrow(Refusal::loginNeeded);
    if (!accounts.prove(secret, Requests.text("code", proof.code(), 256))) {
      throw Refusal.wrongLogin();
    }
    ctx.json(me(accounts.principal(secret).orElseThrow(Refusal::loginNeeded)));
  }

  private Me me(Principal who) {
    Instant proved = who.proved();
    return new Me(
        who.account(),
        who.name(),
        who.roles().stream().map(AccountRole::id).sorted().toList(),
        proved != null && who.isProved(Instant.now())
            ? proved.plus(Principal.PROOF).toString()
            : null,
        who.only() == null ? null : who.only().stream().map(Action::id).sorted().toList(),
        accounts.asksForCode(),
        provider != null && provider.vouchesFor(who.account()) ? provider.name() : null);
  }
}
