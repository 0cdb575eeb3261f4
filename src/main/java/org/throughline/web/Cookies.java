package org.throughline.web;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that holds a login's secret. Over TLS it carries the name that binds it to this host
 * and to encryption. Over plain HTTP, which is served on the loopback interface only, browsers
 * differ in whether they take such a cookie, so there it has a plain name and no Secure.
 */
final class Cookies {

  private static final String BOUND = "__Host-throughline";
  private static final String PLAIN = "throughline";

  private Cookies() {}

  static Optional<String> secret(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name(ctx))).filter(secret -> !secret.isBlank());
  }

  static void set(Context ctx, String secret) {
    ctx.header("Set-Cookie", name(ctx) + "=" + secret + rest(ctx));
  }

  static void clear(Context ctx) {
    ctx.header("Set-Cookie", name(ctx) + "=; Max-Age=0" + rest(ctx));
  }

  private static String name(Context ctx) {
    return ctx.req().isSecure() ? BOUND : PLAIN;
  }

  private static String rest(Context ctx) {
    return "; Path=/; HttpOnly; SameSite=Strict" + (ctx.req().isSecure() ? "; Secure" : "");
  }
}
