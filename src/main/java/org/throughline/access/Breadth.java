package org.throughline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many clients an account has looked at within an hour. Nobody treats hundreds in one; whoever
 * reads that many copies. It alarms and does not stop anybody: rates do that. Forgets at a restart.
 */
public final class Breadth {

  /** Clients within an hour; one more alarms. */
  public static final int MOST = 200;

  private static final Duration WITHIN = Duration.ofHours(1);

  /** When each client was last looked at, longest ago first, and when it last alarmed. */
  private static final class Seen {
    private final Map<String, Instant> clients = new LinkedHashMap<>(16, 0.75f, true);
    private Instant alarmed = Instant.MIN;
  }

  private final Map<String, Seen> accounts = new HashMap<>();

  /**
   * Notes whom an account has looked at.
   *
   * @return whether somebody should be told: once an hour for an account
   */
  public synchronized boolean alarms(String account, Collection<String> clients, Instant now) {
    Instant old = now.minus(WITHIN);
    Seen seen = accounts.computeIfAbsent(account, any -> new Seen());
    clients.forEach(client -> seen.clients.put(client, now));
    seen.clients.values().removeIf(at -> at.isBefore(old));
    if (seen.clients.size() <= MOST || !seen.alarmed.isBefore(old)) {
      return false;
    }
    seen.alarmed = now;
    return true;
  }
}
