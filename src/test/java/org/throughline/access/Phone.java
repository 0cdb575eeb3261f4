package org.throughline.access;

import java.time.Instant;

/** The phone app of somebody who logs in. Each code is good once, so it waits for none twice. */
public final class Phone {

  private final String secret;
  private Instant next = Instant.EPOCH;

  public Phone(String secret) {
    this.secret = secret;
  }

  /** A code that the server takes now and has not seen yet. */
  public synchronized String code() {
    Instant now = Instant.now();
    Instant wanted = next.isAfter(now) ? next : now;
    if (wanted.isAfter(now.plusSeconds(30))) {
      throw new IllegalStateException("more codes than a minute has");
    }
    next = wanted.plusSeconds(30);
    return OneTimePasswords.at(secret, wanted);
  }
}
