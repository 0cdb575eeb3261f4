package org.throughline.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can log in.
 *
 * @param name what is typed at the login, unique
 * @param roles ids of roles
 * @param disabled locked out, with everything it opened
 */
public record AccountRecord(
    String id, String name, Set<String> roles, Instant created, boolean disabled) {

  public AccountRecord {
    roles = Set.copyOf(roles);
  }

  /**
   * What an account proves itself with.
   *
   * @param password Argon2id hash in its own notation; null until it is set
   * @param totpStep last 30-second step a one-time password was used in: none is used twice
   * @param totpSecret shared secret in base32; null until it is enrolled
   * @param recovery SHA-256 of the recovery codes still unused
   */
  public record Proof(
      @Nullable String password,
      long totpStep,
      @Nullable String totpSecret,
      List<String> recovery) {

    public Proof {
      recovery = List.copyOf(recovery);
    }

    @Override
    public String toString() {
      return "Proof[password=" + (password != null) + ", totp=" + (totpSecret != null) + "]";
    }
  }
}
