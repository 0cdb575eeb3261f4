package org.throughline.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Six digits that change every 30 seconds (RFC 6238, SHA-1 as all phone apps have it). */
final class OneTimePasswords {

  private static final long STEP_SECONDS = 30;

  private OneTimePasswords() {}

  static String freshSecret() {
    return new Base32().encodeToString(Secrets.random(20));
  }

  /** What a phone app scans. */
  static String address(String account, String secret) {
    return "otpauth://totp/Throughline:"
        + URLEncoder.encode(account, StandardCharsets.UTF_8)
        + "?secret="
        + secret
        + "&issuer=Throughline";
  }

  static String at(String secret, Instant when) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), when, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a secret for one-time passwords");
    }
  }

  /**
   * The step a code belongs to: the present one or a neighbour, for clocks that run a little off,
   * but none up to the last one used.
   */
  static OptionalLong step(String secret, String code, Instant now, long lastUsed) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    for (long step = present - 1; step <= present + 1; step++) {
      byte[] expected =
          at(secret, Instant.ofEpochSecond(step * STEP_SECONDS)).getBytes(StandardCharsets.UTF_8);
      if (step > lastUsed
          && MessageDigest.isEqual(expected, code.strip().getBytes(StandardCharsets.UTF_8))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }
}
