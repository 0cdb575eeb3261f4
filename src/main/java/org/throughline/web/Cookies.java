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

  private Cookies() {}

  static Optional<String> secret(Context ctx) {
    String bound = ctx.cookie(BOUND);
    return Optional.ofNullable(bound == null && !ctx.req().isSecure() ? ctx.cookie(PLAIN) : bound)
        .filter(secret -> !secret.isBlank());
  }

  static void set(Context ctx, String secret) {
    ctx.header("Set-Cookie", cookie(ctx, secret, ""));
  }

  static void clear(Context ctx) {
    ctx.header("Set-Cookie", cookie(ctx, "", "; Max-Age=0"));
  }

  private static String cookie(Context ctx, String secret, String more) {
    boolean bound = ctx.req().isSecure() || !isWebKit(ctx);
    return (bound ? BOUND : PLAIN)
        + "="
        + secret
        + more
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (bound ? "; Secure" : "");
  }

  /** Chromium says of itself that it is Safari, and Chrome besides. */
  private static boolean isWebKit(Context ctx) {
    String browser = Objects.requireNonNullElse(ctx.userAgent(), "");
    return browser.contains("Safari/") && !browser.contains("Chrom");
  }
}
