package org.throughline.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an erasure destroyed, and what lies out of its reach.
 *
 * @param client id of the client that is no more
 * @param by account that ordered it
 * @param keys names of the keys destroyed
 * @param rows rows deleted, by table
 * @param indexRewritten whether the client was purged from the quote index, and the files that held
 *     it are gone or dead
 * @param lastKeyBackup until when a backup of the keys may still exist, by this program's own ring
 * @param handedOut exports of this client's words: event number in the audit log and what was
 *     handed to whom; these copies are not in our hands
 */
public record ErasureCertificate(
    String client,
    Instant at,
    String by,
    List<String> keys,
    Map<String, Integer> rows,
    boolean indexRewritten,
    Instant lastKeyBackup,
    List<HandedOut> handedOut) {

  /** One export that has left the system. */
  public record HandedOut(long event, Instant at, String account, String action, String detail) {}

  public ErasureCertificate {
    keys = List.copyOf(keys);
    rows = Map.copyOf(rows);
    handedOut = List.copyOf(handedOut);
  }
}
