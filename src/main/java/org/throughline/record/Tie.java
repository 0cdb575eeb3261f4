package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What connects an account to a client or to another account, for a time.
 *
 * @param subject account that may do something because of it
 * @param object client, or the account supervised
 * @param from when it begins
 * @param to when it ends, exclusive; null while it lasts
 */
public record Tie(
    String id, Kind kind, String subject, String object, Instant from, @Nullable Instant to) {

  /** What kind of connection. */
  public enum Kind {
    /** A clinician treats a client. */
    TREATS,
    /** A supervisor supervises a clinician. */
    SUPERVISES,
    /** A de-identification reviewer works on a client's transcripts. */
    REVIEWS,
    /** A client's de-identified text stands in a research corpus; the subject is the corpus. */
    RELEASED
  }

  /** Whether it holds at a moment. */
  public boolean holds(Instant now) {
    return !now.isBefore(from) && (to == null || now.isBefore(to));
  }
}
