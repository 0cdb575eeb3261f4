package org.throughline.desk.view;

import org.jspecify.annotations.Nullable;
import org.throughline.access.View;
import org.throughline.record.MissedSession;

/**
 * A session that did not take place.
 *
 * @param reason as somebody wrote it down; "" if nobody did; null where the asker may not see it
 */
public record MissedView(
    String id, String client, String date, @Nullable String reason, String created) {

  public static MissedView of(MissedSession missed) {
    return new MissedView(
        missed.id(),
        missed.client(),
        missed.date().toString(),
        missed.reason(),
        missed.created().toString());
  }

  /** As much of it as a view lets show. */
  public MissedView shown(View view) {
    return view == View.FULL ? this : new MissedView(id, client, date, null, created);
  }

  @Override
  public String toString() {
    return "MissedView[" + id + "]";
  }
}
