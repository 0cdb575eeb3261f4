package org.throughline.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names that stay the same from one export to the next: version 5 UUIDs (RFC 9562 §5.5) of what a
 * thing is called here.
 */
public final class Guids {

  private static final UUID OURS = UUID.fromString("6d0f1a0e-9f43-5d2e-8f0b-7a1c52b4e9d3");
  private static final Pattern GUID =
      Pattern.compile("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");

  private Guids() {}

  /**
   * The GUID of a thing.
   *
   * @param kind "code", "source"
   * @param name the thing's id within its kind
   */
  public static String of(String kind, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(OURS.getMostSignificantBits())
              .putLong(OURS.getLeastSignificantBits())
              .array());
      ByteBuffer hash =
          ByteBuffer.wrap(sha1.digest((kind + ":" + name).getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & ~0xF000L) | 0x5000L;
      long low = (hash.getLong() & ~(3L << 62)) | (1L << 63);
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }

  static boolean isGuid(String text) {
    return GUID.matcher(text).matches();
  }

  /** One form of the two that the standard allows. */
  static String plain(String guid) {
    String stripped = guid.strip();
    return isGuid(stripped)
        ? stripped.replace("{", "").replace("}", "").toLowerCase(java.util.Locale.ROOT)
        : stripped;
  }
}
