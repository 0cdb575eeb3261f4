package org.throughline.deidentify;

import java.util.Objects;
import org.throughline.transcript.Span;

/**
 * One stretch of a draft with what is done about it.
 *
 * @param span in UTF-16 units of the turn as it was said
 * @param surrogate what stands in its place where it is masked
 */
public record Mark(Span span, Kind kind, Evidence evidence, String surrogate, Standing standing) {

  /** What is done about it. */
  public enum Standing {
    /** Masked by the program. */
    MASKED,
    /** Waits for a reviewer. */
    QUEUED,
    /** A reviewer said that it identifies. */
    ACCEPTED,
    /** A reviewer said that it does not. */
    REJECTED
  }

  public Mark {
    Objects.requireNonNull(span, "a mark lies somewhere");
    Objects.requireNonNull(standing, "something is done about a mark");
  }

  static Mark of(Identifier found) {
    return new Mark(
        found.span(),
        found.kind(),
        found.evidence(),
        found.surrogate(),
        found.queued() ? Standing.QUEUED : Standing.MASKED);
  }

  Mark with(String other) {
    return new Mark(span, kind, evidence, other, standing);
  }

  Mark as(Standing other) {
    return new Mark(span, kind, evidence, surrogate, other);
  }

  boolean isSameDecision(Mark other) {
    return span.equals(other.span) && standing == other.standing;
  }

  /** Whether a reviewer said what it is. */
  public boolean decided() {
    return standing == Standing.ACCEPTED || standing == Standing.REJECTED;
  }

  /** Whether the surrogate stands there in the released text. */
  boolean hides() {
    return standing == Standing.MASKED || standing == Standing.ACCEPTED;
  }

  /** Never the surrogate. */
  @Override
  public String toString() {
    return "Mark[" + span + ", " + kind + ", " + standing + "]";
  }
}
