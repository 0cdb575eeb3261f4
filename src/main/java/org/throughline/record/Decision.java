package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/**
 * What a person said about a coding, as an event. The coding itself stays as it was made.
 *
 * @param id of this event
 * @param number order of decisions, rising over the whole store
 * @param coding id of the coding
 * @param what the verdict
 * @param account who decided
 * @param note the person's reason; may quote, so it is sealed
 */
public record Decision(
    String id,
    long number,
    String coding,
    What what,
    String account,
    Instant at,
    @Nullable String note) {

  /** The same decision, saying something else of the same kind. */
  Decision with(What moved) {
    return new Decision(id, number, coding, moved, account, at, note);
  }

  /** What was said, about another coding. */
  Decision on(String newId, long newNumber, String other) {
    return new Decision(newId, newNumber, other, what, account, at, note);
  }

  /** The verdict. */
  public sealed interface What {}

  /** The coding is right. */
  public record Confirm() implements What {}

  /** The coding is wrong. */
  public record Reject() implements What {}

  /** The words mean another code, or the code belongs to other words of the same turn. */
  public record Change(String code, Span span) implements What {}

  /** An earlier decision is taken back, as if it had not been made. */
  public record Undo(String decision) implements What {}

  @Override
  public String toString() {
    return "Decision["
        + number
        + ", coding="
        + coding
        + ", "
        + what.getClass().getSimpleName()
        + "]";
  }
}
