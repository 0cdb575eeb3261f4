package org.throughline.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.SessionView;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.Question;

/** What came of an upload. */
public sealed interface Received {

  /** Read, coded and on disk. */
  record Kept(SessionView session, int codings, ImportReport report) implements Received {}

  /** Readable, but somebody has to decide something first. Nothing was kept. */
  record Asks(List<Question> questions, ImportReport report) implements Received {
    public Asks {
      questions = List.copyOf(questions);
    }

    /** Questions name speakers. */
    @Override
    public String toString() {
      return "Asks[questions=" + questions.size() + "]";
    }
  }

  /**
   * Not readable. Nothing was kept.
   *
   * @param reason why, quoting nothing of the file
   * @param fix what to do about it
   * @param line where, from 1, or null
   */
  record Refused(String reason, String fix, @Nullable Integer line) implements Received {}
}
