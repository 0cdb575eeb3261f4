package org.throughline.record;

import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Asks about many stretches in one statement. */
final class Wanted {

  private Wanted() {}

  /**
   * @param sql what comes after SELECT; the stretches are its table {@code wanted (entry, low,
   *     high)}. Join to it with CROSS JOIN, which makes SQLite look up each stretch rather than
   *     read the other table from end to end.
   */
  static Query select(Handle handle, List<Stretch> stretches, String sql) {
    String rows = String.join(", ", Collections.nCopies(stretches.size(), "(?, ?, ?)"));
    Query query =
        handle.createQuery("WITH wanted (entry, low, high) AS (VALUES " + rows + ") SELECT " + sql);
    int at = 0;
    for (Stretch stretch : stretches) {
      query.bind(at++, stretch.entry()).bind(at++, stretch.from()).bind(at++, stretch.to());
    }
    return query;
  }
}
