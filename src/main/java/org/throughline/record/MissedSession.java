package org.throughline.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A session that was planned and did not take place. It has no words and is no {@link Entry}; a
 * trajectory shows it as a gap.
 *
 * @param reason as somebody wrote it down; "" if nobody did
 */
public record MissedSession(
    String id, String client, LocalDate date, String reason, Instant created) {

  @Override
  public String toString() {
    return "MissedSession[" + id + ", client=" + client + "]";
  }
}
