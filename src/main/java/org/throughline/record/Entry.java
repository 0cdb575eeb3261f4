package org.throughline.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something dated in a client's record that has words and codings: a session or a check-in. The two
 * are separate series and never pooled.
 */
public sealed interface Entry permits SessionRecord, CheckInRecord {

  String id();

  String client();

  LocalDate date();

  Instant created();

  /** Taken back by a person: kept, but in no list, index or figure. */
  boolean retracted();
}
