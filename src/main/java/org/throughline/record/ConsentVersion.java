package org.throughline.record;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * One dated answer of one client to one question. Never changed, never deleted but by erasure; a
 * change of mind is the next version.
 *
 * @param version from 1, within client and scope
 * @param recordedAt when it was written down
 * @param recordedBy account that wrote it down
 */
public record ConsentVersion(
    String client,
    Scope scope,
    int version,
    NewConsent given,
    Instant recordedAt,
    String recordedBy) {

  /**
   * Whether a scope is open at a moment: the highest version that has begun decides, and only a yes
   * that has not ended opens. No version, no consent. An ended yes does not fall back to an earlier
   * one.
   */
  public static boolean permits(Collection<ConsentVersion> versions, Scope scope, Instant now) {
    return standing(versions, scope, now)
        .filter(version -> version.given.decision() == NewConsent.Answer.GRANTED)
        .filter(version -> version.given.to() == null || now.isBefore(version.given.to()))
        .isPresent();
  }

  /** The version that decides at a moment. */
  public static Optional<ConsentVersion> standing(
      Collection<ConsentVersion> versions, Scope scope, Instant now) {
    return versions.stream()
        .filter(version -> version.scope == scope && !version.given.from().isAfter(now))
        .max(Comparator.comparingInt(ConsentVersion::version));
  }
}
