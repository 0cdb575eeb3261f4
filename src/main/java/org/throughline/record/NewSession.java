package org.throughline.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;

/**
 * A session as it is handed to the store: read, coded, and with the bytes it came from.
 *
 * @param number place in the treatment, from 1; null for the next
 * @param importReport what the reader reported, JSON
 * @param again whether it is to be kept although the same bytes are stored already
 */
@SuppressWarnings("ArrayRecordComponent") // a file: never compared, never copied
public record NewSession(
    LocalDate date,
    @Nullable Integer number,
    String dialect,
    String fileName,
    byte[] original,
    String importReport,
    boolean again,
    CodedTranscript coded) {

  public NewSession {
    if (number != null && number < 1) {
      throw new IllegalArgumentException("sessions are numbered from 1");
    }
  }

  /** One that is not to be kept twice. */
  public NewSession(
      LocalDate date,
      @Nullable Integer number,
      String dialect,
      String fileName,
      byte[] original,
      String importReport,
      CodedTranscript coded) {
    this(date, number, dialect, fileName, original, importReport, false, coded);
  }

  /** The same with this number, unless it has one. */
  NewSession numbered(int given) {
    return number != null
        ? this
        : new NewSession(date, given, dialect, fileName, original, importReport, again, coded);
  }

  @Override
  public String toString() {
    return "NewSession[date=" + date + ", bytes=" + original.length + ", " + coded + "]";
  }
}
