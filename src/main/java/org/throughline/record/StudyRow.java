package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a study as it is kept.
 *
 * @param number its place in the study, from 1
 * @param account whose act it was
 * @param client surrogate id of the client whose words it may hold; null for none
 * @param json the event
 */
public record StudyRow(
    String study, long number, Instant at, String account, @Nullable String client, String json) {

  /** An event may hold a memo. */
  @Override
  public String toString() {
    return "StudyRow[" + study + ", number=" + number + "]";
  }
}
