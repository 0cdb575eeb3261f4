package org.throughline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.record.StoreException;
import tools.jackson.core.JacksonException;

/**
 * The one place where a failure becomes a problem document. What the caller can mend is 4xx and
 * says how; the rest is 500, says nothing, and is logged by class and place, never by message.
 */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int FRAMES = 12;

  private Problems() {}

  static void register(RoutesConfig routes) {
    routes.exception(BadRequest.class, (e, ctx) -> bad(words(e)).answer(ctx));
    routes.exception(TooLarge.class, (e, ctx) -> tooLarge().answer(ctx));
    routes.exception(
        JacksonException.class,
        (e, ctx) -> bad("the body is not the JSON that the contract describes").answer(ctx));
    routes.exception(IllegalArgumentException.class, (e, ctx) -> bad(words(e)).answer(ctx));
    routes.exception(Refusal.class, Problems::refused);
    routes.exception(StoreException.class, (e, ctx) -> of(e).answer(ctx));
    routes.exception(HttpResponseException.class, (e, ctx) -> of(e).answer(ctx));
    routes.exception(Exception.class, Problems::unexpected);
    routes.error(404, Problems::bare);
    routes.error(405, Problems::bare);
  }

  private static Problem bad(String detail) {
    return Problem.of(400, "bad-request", "The request cannot be understood", detail);
  }

  private static Problem of(StoreException failure) {
    return switch (failure) {
      case StoreException.NotFound none -> notFound();
      case StoreException.ConsentMissing missing ->
          Problem.of(
              403,
              "consent-missing",
              "No consent to " + missing.scope().id(),
              "The client has not consented to "
                  + missing.scope().id()
                  + ", or has taken it back. Nothing was kept. Once the client agrees, write it"
                  + " down with PUT /clients/{id}/consents/"
                  + missing.scope().id()
                  + ".");
      case StoreException.Conflict conflict ->
          Problem.of(409, "conflict", "It contradicts what is there", sentence(conflict));
      case StoreException.OutOfSpace full ->
          Problem.of(
              507,
              "out-of-space",
              "The disk is full",
              "Nothing of the request was kept; what was there is safe. Make room and try again.");
      case StoreException.OverQuota over ->
          Problem.of(
              507,
              "over-quota",
              "Your share of the disk is used up",
              "Nothing of the request was kept. An administrator can raise what one account may"
                  + " hand in.");
      case StoreException.Damaged damaged -> {
        log(damaged);
        yield Problem.of(
            500, "damaged", "A stored value does not open", "Restore it from a backup.");
      }
      case StoreException.Unavailable unavailable -> {
        log(unavailable);
        yield Problem.of(
            503, "unavailable", "The record store cannot be used", "Try again in a moment.");
      }
    };
  }

  private static Problem of(HttpResponseException failure) {
    return switch (failure.getStatus()) {
      case 404 -> notFound();
      case 405 ->
          Problem.of(405, "method", "Not with this method", "The contract: /api/v1/openapi.yaml");
      case 413 -> tooLarge();
      default ->
          Problem.of(
              failure.getStatus(),
              "bad-request",
              "The request cannot be answered",
              "The contract: /api/v1/openapi.yaml");
    };
  }

  static Problem notFound() {
    return Problem.of(404, "not-found", "Nothing here", "There is nothing at this address.");
  }

  static Problem tooLarge() {
    return Problem.of(
        413,
        "too-large",
        "The upload is too large",
        "A transcript has at most 25 MiB; choose the text file, not the recording.");
  }

  private static void bare(Context ctx) {
    if (ctx.resultInputStream() == null || !Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
      of(new HttpResponseException(ctx.statusCode())).answer(ctx);
    }
  }

  private static void refused(Refusal refusal, Context ctx) {
    Duration retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      ctx.header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    if (refusal.problem().status() == 401) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    refusal.problem().answer(ctx);
  }

  private static void unexpected(Exception failure, Context ctx) {
    log(failure);
    Problem.of(
            500,
            "internal",
            "Throughline has a fault",
            "Nothing was kept. Please report what the server's log says; it holds no words.")
        .answer(ctx);
  }

  private static void log(Throwable failure) {
    var where = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      where.append('\n').append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        where.append("\n    at ").append(frames[i]);
      }
    }
    LOG.error("a request failed: {}", where);
  }

  private static String words(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }

  private static String sentence(Exception failure) {
    String message = words(failure);
    return message.isEmpty()
        ? message
        : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
