package org.throughline.transcript.checkin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A short text a client wrote between sessions: a word for the week, an answer, a chapter title.
 *
 * @param client the client as the file writes it, leading zeros included; null if it has no such
 *     column
 * @param date when, or null if the file does not say or nobody has decided how to read it
 * @param kind which kind of check-in, as the file writes it, or null
 * @param prompt the question that was asked, or null
 * @param text the client's words as they stand
 * @param row the row of the file, counted from 1
 */
public record CheckIn(
    @Nullable String client,
    @Nullable LocalDate date,
    @Nullable String kind,
    @Nullable String prompt,
    String text,
    int row) {

  @Override
  public String toString() {
    return "CheckIn[row=" + row + ", date=" + date + ", length=" + text.length() + "]";
  }
}
