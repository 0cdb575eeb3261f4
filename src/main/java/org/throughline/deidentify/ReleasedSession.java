package org.throughline.deidentify;

import java.util.List;
import java.util.Objects;

/**
 * A session that passed the release gate: all that the research side ever sees of it.
 *
 * <p>It names neither the client nor the date. Who a surrogate id stands for is known to the
 * clinical record alone.
 *
 * @param client the client's surrogate id, the same in every session of that client
 * @param session the session's surrogate id
 * @param day days since the client's first session, which is day 0; a check-in before it is
 *     negative
 * @param turns in order
 * @param hash SHA-256 of the released text, hex: what a frozen study is pinned by
 */
public record ReleasedSession(
    String client, String session, int day, List<ReleasedTurn> turns, String hash) {

  public ReleasedSession {
    Objects.requireNonNull(client, "a released session has a client");
    Objects.requireNonNull(session, "a released session has an id");
    Objects.requireNonNull(hash, "a released session has a hash");
    // Copying would open them.
    turns = turns instanceof LateTurns ? turns : List.copyOf(turns);
  }

  /** Ids only. */
  @Override
  public String toString() {
    return "ReleasedSession[" + session + ", day=" + day + "]";
  }
}
