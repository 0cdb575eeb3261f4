package org.throughline.research;

import java.util.List;
import org.throughline.deidentify.LateTurns;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;

/**
 * A session as its coder gets it: without the client and the day, which would tell how the
 * treatment went.
 *
 * @param duty what the coder does with it
 * @param number its place in the coder's order, from 1
 * @param of how many the coder has
 * @param codings the coder's own
 */
public record Task(
    String session,
    Duty duty,
    int number,
    int of,
    boolean finished,
    List<ReleasedTurn> turns,
    List<Coded> codings) {

  public Task {
    // Copying would open them, and lists of tasks show none.
    turns = turns instanceof LateTurns ? turns : List.copyOf(turns);
    codings = List.copyOf(codings);
  }

  /** A coder's task; the session must be one of the coder's. */
  public static Task of(Study study, String coder, ReleasedSession session) {
    List<String> order = study.order(coder);
    int place = order.indexOf(session.session());
    if (place < 0) {
      throw new IllegalArgumentException("this session is not assigned to you");
    }
    return new Task(
        session.session(),
        study.duty(coder, session.session()).orElse(Duty.CODING),
        place + 1,
        order.size(),
        study.isFinished(coder, session.session()),
        session.turns(),
        study.codings(coder, session.session()));
  }

  @Override
  public String toString() {
    return "Task[" + session + ", " + number + " of " + of + "]";
  }
}
