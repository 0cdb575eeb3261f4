package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the released corpus answers, over all of its clients.
 *
 * @param corpusClients how many clients the corpus has now
 * @param corpusSessions how many sessions
 * @param least of fewer clients than these nothing is told
 * @param turns that answer, in steps of that many, rounded down; null where the clients with one
 *     are too few, but not none
 * @param clients with at least one such turn; null likewise
 * @param partial whether time ran out before all turns were looked at
 * @param codes the machine's codes on those turns, most turns first
 */
public record ReleasedCounts(
    int corpusClients,
    int corpusSessions,
    int least,
    @Nullable Integer turns,
    @Nullable Integer clients,
    boolean partial,
    List<CodeCount> codes) {

  /** One code; turns and clients are null where the clients are too few. */
  public record CodeCount(String code, @Nullable Integer turns, @Nullable Integer clients) {}

  public ReleasedCounts {
    codes = List.copyOf(codes);
  }
}
