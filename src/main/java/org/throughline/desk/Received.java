package org.throughline.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.LostView;
import org.throughline.desk.view.SessionView;
import org.throughline.record.SessionRecord;
import org.throughline.record.Twin;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.Question;

/** What came of an upload. */
public sealed interface Received {

  /**
   * Read, coded and on disk.
   *
   * @param carried how many of people's codings and decisions came along from the session it
   *     replaces
   * @param lost those that did not
   */
  record Kept(
      SessionView session, int codings, ImportReport report, int carried, List<LostView> lost)
      implements Received {
    public Kept {
      lost = List.copyOf(lost);
    }
  }

  /** A session that is there already. */
  record Earlier(String id, int number, String date, String kind) {
    static Earlier of(Twin twin) {
      SessionRecord session = twin.session();
      return new Earlier(
          session.id(),
          session.number(),
          session.date().toString(),
          twin.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The client has a session that says the same, or much of it. Nothing was kept.
   *
   * @param earlier the nearest first
   */
  record Resembles(List<Earlier> earlier, ImportReport report) implements Received {
    public Resembles {
      earlier = List.copyOf(earlier);
    }
  }

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
