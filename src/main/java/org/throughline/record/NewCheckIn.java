package org.throughline.record;

import java.time.LocalDate;
import org.throughline.coding.CodedTranscript;

/**
 * A check-in as it is handed to the store.
 *
 * @param prompt id of the question it answers
 * @param coded the client's words as a transcript of one client turn, with facts and codings
 */
public record NewCheckIn(LocalDate date, String prompt, CodedTranscript coded) {

  public NewCheckIn {
    if (coded.transcript().turns().size() != 1 || !coded.transcript().turns().get(0).isClient()) {
      throw new IllegalArgumentException("a check-in is one turn of the client");
    }
    if (prompt.isBlank()) {
      throw new IllegalArgumentException("a check-in names the prompt it answers");
    }
  }
}
