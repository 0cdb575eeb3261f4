package org.throughline.record;

import org.jspecify.annotations.Nullable;

/**
 * One change that whoever keeps a copy must follow, in order.
 *
 * @param sequence rising without gaps that matter: keep the last one you have applied
 * @param entry the session or check-in, null where the whole client is meant
 */
public record OutboxEvent(long sequence, Kind kind, String client, @Nullable String entry) {

  /** What changed. */
  public enum Kind {
    ENTRY_ADDED,
    ENTRY_CHANGED,
    ENTRY_RETRACTED,
    CONSENT_CHANGED,
    /** A draft, a release or, where no entry is named, the identity card. */
    RELEASE_CHANGED,
    CLIENT_ERASED
  }
}
