package org.throughline.access;

import java.time.Duration;

/**
 * How accounts prove themselves.
 *
 * @param secondFactor whether a one-time password is asked for; off only for a demo on made-up data
 * @param idle after how long without a request a login ends
 * @param longest after how long a login ends in any case
 * @param argonMemory memory for one password hash, KiB
 */
public record AccountSettings(
    boolean secondFactor, Duration idle, Duration longest, int argonMemory) {

  /** OWASP's floor for Argon2id with two passes. */
  private static final int FLOOR = 19_456;

  public static final AccountSettings USUAL =
      new AccountSettings(true, Duration.ofMinutes(15), Duration.ofHours(10), 65_536);

  /** A demo on made-up data, at the machine itself. */
  public static final AccountSettings DEMO =
      new AccountSettings(false, Duration.ofHours(10), Duration.ofHours(10), FLOOR);

  public AccountSettings {
    if (argonMemory < FLOOR) {
      throw new IllegalArgumentException("a password hash takes at least " + FLOOR + " KiB");
    }
  }
}
