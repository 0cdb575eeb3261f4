package org.throughline.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of a client, without those entries that were taken back.
 *
 * @param lastSession date of the latest session; null without any
 */
public record Summary(int sessions, int checkIns, @Nullable LocalDate lastSession) {

  public static final Summary NOTHING = new Summary(0, 0, null);
}
