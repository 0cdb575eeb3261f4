package org.throughline.transcript.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.report.Question;
import org.throughline.transcript.report.TextEncoding;

/** What came of reading a table of check-ins. */
public sealed interface CheckInResult {

  /**
   * The rows came in.
   *
   * @param checkIns every row with a text, in order
   * @param questions what must be answered before they are stored; empty if nothing
   * @param notes anything else worth a look, such as a date that is none
   */
  record Read(
      List<CheckIn> checkIns, List<Question> questions, List<String> notes, TextEncoding encoding)
      implements CheckInResult {

    public Read {
      checkIns = List.copyOf(checkIns);
      questions = List.copyOf(questions);
      notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
      return "Read[checkIns=" + checkIns.size() + ", questions=" + questions.size() + "]";
    }
  }

  /**
   * Nothing was taken.
   *
   * @param line the row, counted from 1, or null
   */
  record Refused(String reason, String fix, @Nullable Integer line) implements CheckInResult {}
}
