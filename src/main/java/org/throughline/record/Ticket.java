package org.throughline.record;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secret that stands for an account, by its hash.
 *
 * @param name the owner's own word for it
 * @param actions ids of what it may do; empty for a setup ticket
 * @param ended when it was used up or taken back; null while it is good
 */
public record Ticket(
    String id,
    Kind kind,
    String account,
    String name,
    Set<String> actions,
    Instant created,
    Instant expires,
    @Nullable Instant ended) {

  /** What it is for. */
  public enum Kind {
    /** Lets its bearer set a password once. */
    SETUP,
    /** Lets a script act for the account. */
    API
  }

  public Ticket {
    actions = Set.copyOf(actions);
  }

  public boolean holds(Instant now) {
    return ended == null && now.isBefore(expires);
  }
}
