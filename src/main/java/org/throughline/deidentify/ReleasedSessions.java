package org.throughline.deidentify;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the research side may read. Consent is asked at every call: a client who withdrew a second
 * ago is not in the answer.
 */
public interface ReleasedSessions {

  /** The surrogate ids of the clients with at least one released session, sorted. */
  List<String> clients();

  /**
   * A client's released sessions in order of day; none if there is no such client or no consent.
   */
  List<ReleasedSession> of(String client);

  /** One released session; empty if there is none or consent is gone. */
  Optional<ReleasedSession> session(String session);

  /** All of them at once. */
  default List<ReleasedSession> all() {
    return clients().stream().flatMap(client -> of(client).stream()).toList();
  }

  /**
   * The surrogate ids of clients whose very words may be shown beyond the coding itself; of the
   * others a report shows counts.
   */
  Set<String> verbatim();

  /**
   * Writes into the log, client by client, that words of these sessions are handed out now; to be
   * called before they are.
   *
   * @param action as the log names it; one that begins with "export" stands in the certificate of a
   *     later erasure
   * @param detail holds no words
   * @return false if one of them is not to be read any more: then nothing may be handed out
   */
  boolean handOut(String action, String detail, Collection<String> sessions);

  /** Those of {@link #verbatim} whose words may also leave the house in a file. */
  Set<String> exportable();
}
