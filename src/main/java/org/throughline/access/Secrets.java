package org.throughline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;

/** Random secrets that are handed out once, and the hashes they are kept as. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** 256 random bits for a cookie, a token or a ticket. */
  static String fresh(String prefix) {
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
  }

  /** Ten codes of 80 bits, to be printed and locked away. */
  static List<String> recoveryCodes() {
    return IntStream.range(0, 10)
        .mapToObj(i -> new Base32().encodeToString(random(10)).toLowerCase(Locale.ROOT))
        .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
        .toList();
  }

  /** A secret of this many random bits needs no slow hash. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this machine lacks SHA-256", e);
    }
  }
}
