package org.throughline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.record.Actor;

/**
 * Who asks.
 *
 * @param account id
 * @param name as typed at the login
 * @param roles at this moment
 * @param proved when the person last proved themselves; null for a script
 * @param only what a script's token is limited to; null for a person
 */
public record Principal(
    String account,
    String name,
    Set<AccountRole> roles,
    @Nullable Instant proved,
    @Nullable Set<Action> only) {

  /** How long a fresh proof is good for. */
  public static final Duration PROOF = Duration.ofMinutes(5);

  public Principal {
    roles = Set.copyOf(roles);
    only = only == null ? null : Set.copyOf(only);
  }

  /** Whether a proof is fresh; a script never has one. */
  public boolean isProved(Instant now) {
    return only == null && proved != null && now.isBefore(proved.plus(PROOF));
  }

  /** What for, as the audit log has it. */
  public String purpose() {
    if (roles.contains(AccountRole.CLINICIAN)) {
      return "care";
    }
    if (roles.contains(AccountRole.SUPERVISOR)) {
      return "supervision";
    }
    boolean research =
        roles.contains(AccountRole.RESEARCHER) || roles.contains(AccountRole.REVIEWER);
    return research ? "research" : "administration";
  }

  /** For the audit log. */
  public Actor as(String purpose) {
    String words = String.join("+", roles.stream().map(AccountRole::id).sorted().toList());
    return new Actor(account, words.isEmpty() ? "none" : words, purpose);
  }
}
