package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Accounts;
import org.throughline.access.ProviderLogins;
import org.throughline.access.Staff;
import org.throughline.identity.Vouched;

/**
 * Logging in through the identity provider, where there is one. The browser goes there and comes
 * back by itself, so its coming back is answered with the page, or with an address of it that says
 * in a word why not; a program gets a problem document.
 */
final class ProviderRoutes {

  /** Where the provider sends browsers back to; to be entered there. */
  static final String RETURN = Routes.API + "/session/provider/return";

  /**
   * Whether there is an identity provider.
   *
   * @param name what to write on the button; null if there is none
   */
  record ProviderView(@Nullable String name) {}

  /** Where to send the browser. */
  record Address(String address) {
    /** Carries secrets of this sign-in. */
    @Override
    public String toString() {
      return "Address[]";
    }
  }

  record NewIdentity(String subject) {
    /** Names somebody. */
    @Override
    public String toString() {
      return "NewIdentity[]";
    }
  }

  /** A request may be about any host; only this machine's own names are taken from it. */
  private static final Pattern HERE =
      Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::\\d{1,5})?");

  private final @Nullable ProviderLogins logins;
  private final Accounts accounts;
  private final Staff staff;

  ProviderRoutes(@Nullable ProviderLogins logins, Accounts accounts, Staff staff) {
    this.logins = logins;
    this.accounts = accounts;
    this.staff = staff;
  }

  void provider(Context ctx) {
    ctx.json(new ProviderView(logins == null ? null : logins.name()));
  }

  void begin(Context ctx) {
    send(ctx, there(() -> logins().begin(back(ctx), ctx.ip())));
  }

  void beginProof(Context ctx) {
    String secret = Cookies.secret(ctx).orElseThrow(Refusal::loginNeeded);
    send(ctx, there(() -> logins().beginProof(back(ctx), secret)));
  }

  private static void send(Context ctx, ProviderLogins.Begun begun) {
    Cookies.setAttempt(ctx, begun.secret());
    ctx.status(201).json(new Address(begun.address().toString()));
  }

  /** A call that may need the provider. */
  private interface Asking {
    Optional<ProviderLogins.Begun> ask() throws IOException;
  }

  private static ProviderLogins.Begun there(Asking asking) {
    try {
      return asking.ask().orElseThrow(() -> Refusal.tooMany(java.time.Duration.ofMinutes(1)));
    } catch (IOException e) {
      throw Refusal.notVouched(Vouched.Reason.NO_ANSWER);
    }
  }

  /** The browser is back. */
  void finish(Context ctx) {
    String query = Objects.requireNonNullElse(ctx.queryString(), "");
    String browser = Cookies.attempt(ctx).orElse(null);
    ProviderLogins.Outcome outcome =
        logins().finish(ctx.queryParam("state"), browser, query, ctx.ip());
    if (!(outcome instanceof ProviderLogins.TooMany)) {
      Cookies.clearAttempt(ctx);
    }
    switch (outcome) {
      case ProviderLogins.In in -> {
        Cookies.secret(ctx).ifPresent(accounts::logout);
        Cookies.set(ctx, in.login().secret());
        go(ctx, "/#/");
      }
      case ProviderLogins.Proved proved -> go(ctx, "/page/proved.html");
      case ProviderLogins.Refused refused -> {
        if (!Objects.requireNonNullElse(ctx.header("Accept"), "").contains("text/html")) {
          throw Refusal.notVouched(refused.reason());
        }
        go(ctx, "/#/sign-in/" + refused.reason().id());
      }
      case ProviderLogins.TooMany many -> throw Refusal.tooMany(many.retryAfter());
    }
  }

  private static void go(Context ctx, String place) {
    ctx.status(303).header("Location", place);
  }

  /** Links somebody else's account to a subject of the provider's. */
  void link(Context ctx) {
    NewIdentity identity = Requests.body(ctx, NewIdentity.class);
    staff.link(
        Requests.actor(ctx),
        ctx.pathParam("id"),
        logins().issuer(),
        Requests.text("subject", identity.subject(), 255));
    ctx.status(204);
  }

  void unlink(Context ctx) {
    staff.unlink(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  private ProviderLogins logins() {
    if (logins == null) {
      throw Refusal.noProvider();
    }
    return logins;
  }

  /** The address set; else this machine, by the name that the browser has for it. */
  private URI back(Context ctx) {
    URI set = logins().address();
    if (set != null) {
      return URI.create(set.toString().replaceAll("/$", "") + RETURN);
    }
    String host = Objects.requireNonNullElse(ctx.host(), "");
    boolean here = HERE.matcher(host).matches();
    String named = here ? host : "127.0.0.1:" + ctx.req().getLocalPort();
    return URI.create(ctx.scheme() + "://" + named + RETURN);
  }
}
