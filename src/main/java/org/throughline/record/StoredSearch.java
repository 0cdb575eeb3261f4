package org.throughline.record;

import java.time.Instant;

/**
 * A question that somebody keeps under a name.
 *
 * @param account whose it is
 * @param question as typed
 */
public record StoredSearch(
    String id, String account, String name, String question, Instant created) {

  /** A question may quote a client, and a name may name one. */
  @Override
  public String toString() {
    return "StoredSearch[" + id + "]";
  }
}
