package org.throughline.deidentify;

import java.util.List;
import java.util.Optional;

/**
 * What the research side may read. Consent is asked at every call: a client who withdrew a second
 * ago is not in the answer.
 */
public interface ReleasedSessions {

  /** Where nothing is released. */
  ReleasedSessions NONE =
      new ReleasedSessions() {
        @Override
        public List<String> clients() {
          return List.of();
        }

        @Override
        public List<ReleasedSession> of(String client) {
          return List.of();
        }

        @Override
        public Optional<ReleasedSession> session(String session) {
          return Optional.empty();
        }
      };

  /** The surrogate ids of the clients with at least one released session, sorted. */
  List<String> clients();

  /**
   * A client's released sessions in order of day; none if there is no such client or no consent.
   */
  List<ReleasedSession> of(String client);

  /** One released session; empty if there is none or consent is gone. */
  Optional<ReleasedSession> session(String session);
}
