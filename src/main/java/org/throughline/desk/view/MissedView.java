package org.throughline.desk.view;

import org.throughline.record.MissedSession;

/**
 * A session that did not take place.
 *
 * @param reason as somebody wrote it down; "" if nobody did
 */
public record MissedView(String id, String client, String date, String reason, String created) {

  public static MissedView of(MissedSession missed) {
    return new MissedView(
        missed.id(),
        missed.client(),
        missed.date().toString(),
        missed.reason(),
        missed.created().toString());
  }

  @Override
  public String toString() {
    return "MissedView[" + id + "]";
  }
}
