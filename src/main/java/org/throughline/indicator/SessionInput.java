package org.throughline.indicator;

import java.time.LocalDate;
import java.util.List;
import org.throughline.coding.CodedTranscript;

/**
 * One meeting or text, coded, with what people decided about the codings.
 *
 * @param sessionId as the store knows it
 * @param number place in the client's series, from 1
 * @param decisions in the order in which they were taken
 */
public record SessionInput(
    String sessionId,
    int number,
    LocalDate date,
    SessionKind kind,
    Setting setting,
    CodedTranscript coded,
    List<Decision> decisions) {

  public SessionInput {
    decisions = List.copyOf(decisions);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "SessionInput[" + sessionId + " number=" + number + " " + coded + "]";
  }
}
