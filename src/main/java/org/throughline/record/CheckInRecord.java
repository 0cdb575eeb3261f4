package org.throughline.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a client wrote between sessions.
 *
 * @param prompt id of the question it answers, "one_question", "one_word", "chapter_title"; another
 *     prompt is another series
 * @param text the client's words
 */
public record CheckInRecord(
    String id,
    String client,
    LocalDate date,
    String prompt,
    String text,
    Instant created,
    boolean retracted)
    implements Entry {

  @Override
  public String toString() {
    return "CheckInRecord[" + id + ", client=" + client + ", prompt=" + prompt + "]";
  }
}
