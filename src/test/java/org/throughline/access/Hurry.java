package org.throughline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which a minute passes at each look: for counters that a test would run into. */
public final class Hurry extends Clock {

  private final AtomicLong minutes = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusSeconds(60 * minutes.incrementAndGet());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
