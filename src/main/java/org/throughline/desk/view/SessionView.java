package org.throughline.desk.view;

import org.throughline.record.SessionRecord;

/** One recorded meeting, without its words and without the name of its file. */
public record SessionView(
    String id,
    String client,
    int number,
    String date,
    String dialect,
    String sha256,
    int turns,
    int clientWords,
    String created) {

  public static SessionView of(SessionRecord session) {
    return new SessionView(
        session.id(),
        session.client(),
        session.number(),
        session.date().toString(),
        session.dialect(),
        session.sha256(),
        session.turns(),
        session.clientWords(),
        session.created().toString());
  }
}
