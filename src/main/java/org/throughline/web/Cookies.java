package org.throughline.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/**
 * The cookie that holds a login's secret: bound to this host and to encryption by its name. Plain
 * HTTP is served on the loopback interface only; Chromium and Firefox take such a cookie there all
 * the same, WebKit does not, and gets one with a plain name.
 */
final class Cookies {

  private static final String BOUND = "__Host-throughline";
  private static final String PLAIN = "throughline";

  /** Holds a sign-in on its way to the provider and back, minutes long. */
  private static final String ATTEMPT = "-attempt";

  private static final String SET = "Set-Cookie";
  private static final String STRICT = "; SameSite=Strict";

  private Cookies() {}

  static Optional<String> secret(Context ctx) {
    return read(ctx, "");
  }

  private static Optional<String> read(Context ctx, String kind) {
    String bound = ctx.cookie(BOUND + kind);
    return Optional.ofNullable(
            bound == null && !ctx.req().isSecure() ? ctx.cookie(PLAIN + kind) : bound)
        .filter(secret -> !secret.isBlank());
  }

  /** What the browser brings back from the identity provider. */
  static Optional<String> attempt(Context ctx) {
    return read(ctx, ATTEMPT);
  }

  /** Lax: the browser comes back from another site, and has to bring this one along. */
  static void setAttempt(Context ctx, String secret) {
    ctx.res().addHeader(SET, cookie(ctx, ATTEMPT, secret, "; Max-Age=600", "; SameSite=Lax"));
  }

  static void clearAttempt(Context ctx) {
    ctx.res().addHeader(SET, cookie(ctx, ATTEMPT, "", "; Max-Age=0", "; SameSite=Lax"));
  }

  static void set(Context ctx, String secret) {
    ctx.res().addHeader(SET, cookie(ctx, "", secret, "", STRICT));
  }

  static void clear(Context ctx) {
    ctx.res().addHeader(SET, cookie(ctx, "", "", "; Max-Age=0", STRICT));
  }

  private static String cookie(Context ctx, String kind, String secret, String more, String site) {
    boolean bound = ctx.req().isSecure() || !isWebKit(ctx);
    return (bound ? BOUND : PLAIN)
        + kind
        + "="
        + secret
        + more
        + "; Path=/; HttpOnly"
        + site
        + (bound ? "; Secure" : "");
  }

  /** Chromium says of itself that it is Safari, and Chrome besides. */
  private static boolean isWebKit(Context ctx) {
    String browser = Objects.requireNonNullElse(ctx.userAgent(), "");
    return browser.contains("Safari/") && !browser.contains("Chrom");
  }
}
