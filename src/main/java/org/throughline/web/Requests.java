package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.access.View;
import org.throughline.record.Actor;
import org.throughline.record.IdempotencyKey;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Reads what requests carry. Throws {@link BadRequest} where it cannot. */
final class Requests {

  private static final int MOST = 100;
  private static final int USUAL = 20;
  static final String CALLER = "caller";
  static final int MOST_FILE_BYTES = 25 << 20;

  private Requests() {}

  /** Who asks; the guard has let them in. */
  static Caller caller(Context ctx) {
    return Objects.requireNonNull(ctx.attribute(CALLER), "an open route has no caller");
  }

  /** On whose behalf. */
  static Actor actor(Context ctx) {
    return caller(ctx).actor();
  }

  /** How much of the words of the client that the route is about may show. */
  static View view(Context ctx) {
    return caller(ctx).view();
  }

  /** Refuses who may not read the client's words, where there would be nothing else to answer. */
  static void requireWords(Context ctx) {
    if (view(ctx) != View.FULL) {
      throw Refusal.forbidden();
    }
  }

  /** The JSON body. */
  static <T> T body(Context ctx, Class<T> type) {
    try {
      return Objects.requireNonNull(Json.MAPPER.readValue(ctx.bodyAsBytes(), type));
    } catch (JacksonException | NullPointerException e) {
      throw new BadRequest("the body is not the JSON that the contract describes for this route");
    }
  }

  /** A text that must be there and not be too long. */
  static String text(String name, @Nullable String given, int most) {
    if (given == null || given.isBlank()) {
      throw new BadRequest(name + " is missing");
    }
    if (given.length() > most) {
      throw new BadRequest(name + " has at most " + most + " characters");
    }
    return given;
  }

  /** A constant by its name in small letters. */
  static <E extends Enum<E>> E oneOf(String name, String given, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(java.util.Locale.ROOT).equals(given)) {
        return constant;
      }
    }
    throw new BadRequest(
        name
            + " is one of "
            + java.util.Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining(", ")));
  }

  static int limit(Context ctx) {
    String given = ctx.queryParam("limit");
    if (given == null) {
      return USUAL;
    }
    int limit = number("limit", given);
    if (limit < 1 || limit > MOST) {
      throw new BadRequest("limit is a number from 1 to " + MOST);
    }
    return limit;
  }

  static LocalDate date(@Nullable String given) {
    if (given == null) {
      throw new BadRequest("a date is missing; write it as 2026-01-31");
    }
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw new BadRequest("a date is written as 2026-01-31");
    }
  }

  static @Nullable Integer sessionNumber(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    int number = number("number", given);
    if (number < 1) {
      throw new BadRequest("sessions are numbered from 1");
    }
    return number;
  }

  /** A whole number of the query, or the usual one. */
  static int number(Context ctx, String name, int usual) {
    String given = ctx.queryParam(name);
    return given == null ? usual : number(name, given);
  }

  static int number(String name, @Nullable String given) {
    if (given == null) {
      throw new BadRequest(name + " is missing");
    }
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new BadRequest(name + " is a whole number");
    }
  }

  static @Nullable Charset charset(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Charset.forName(given);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("encoding is the name of a character encoding, such as windows-1252");
    }
  }

  /** The uploaded transcript, read in memory. */
  static Upload upload(Context ctx) throws IOException {
    UploadedFile file = ctx.isMultipartFormData() ? part(ctx) : null;
    if (file == null) {
      throw new BadRequest(
          "send the transcript as the part \"file\" of a multipart/form-data body");
    }
    try (InputStream in = file.content()) {
      return new Upload(file.filename(), in.readNBytes(MOST_FILE_BYTES + 1));
    }
  }

  /** Jetty has no exception of its own for a body that is too large, only the state it is in. */
  private static @Nullable UploadedFile part(Context ctx) {
    try {
      return ctx.uploadedFile("file");
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IllegalStateException) {
          throw new TooLarge();
        }
      }
      throw new BadRequest("the multipart body cannot be read");
    }
  }

  static Map<String, Role> roles(@Nullable String given) {
    Map<String, Role> roles = new HashMap<>();
    if (given != null && !given.isBlank()) {
      try {
        Json.MAPPER
            .readValue(given, new TypeReference<Map<String, String>>() {})
            .forEach((label, role) -> roles.put(label, Role.of(role)));
      } catch (JacksonException e) {
        throw new BadRequest("roles is a JSON object from speaker label to role");
      }
    }
    return roles;
  }

  /**
   * The caller's name for the request, with the hash of what was sent.
   *
   * @param parts everything that makes it this request and no other
   */
  static @Nullable IdempotencyKey key(Context ctx, byte[]... parts) {
    String key = ctx.header("Idempotency-Key");
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > 200) {
      throw new BadRequest("an Idempotency-Key has 1 to 200 characters");
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(utf8(ctx.path()));
      for (byte[] part : parts) {
        digest.update(utf8("\n" + part.length + "\n"));
        digest.update(part);
      }
      return new IdempotencyKey(
          actor(ctx).account(), key, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] utf8(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
