package org.throughline.quote;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.throughline.transcript.Role;

/** What a turn has to be, whatever its words. */
public sealed interface Filter {

  record Speaker(Role role) implements Filter {}

  record Client(String id) implements Filter {}

  /** One of these clients; none of them finds nothing. */
  record AnyClient(Set<String> ids) implements Filter {
    public AnyClient {
      ids = Set.copyOf(ids);
    }
  }

  /** These very turns: their indices by session. */
  record Turns(Map<String, Set<Integer>> bySession) implements Filter {
    public Turns {
      bySession = Map.copyOf(bySession);
    }
  }

  /** One of these sessions; none of them finds nothing. */
  record AnySession(Set<String> ids) implements Filter {
    public AnySession {
      ids = Set.copyOf(ids);
    }
  }

  record Session(String id) implements Filter {}

  /** Session number with the client, both ends included. */
  record Numbers(int from, int to) implements Filter {}

  /** Session date, both ends included. */
  record Dates(LocalDate from, LocalDate to) implements Filter {}

  /**
   * What the index does not know, because it may be different tomorrow: whoever asks puts the
   * clients or turns that are meant in its place, {@link Expression#filtered}.
   */
  sealed interface KeptElsewhere extends Filter {}

  /** Of clients whom this account treats. */
  record Clinician(String id) implements KeptElsewhere {}

  /** Belongs to a problem. */
  record Problem(String id) implements KeptElsewhere {}

  /** Coded under this version of a codebook, "emotion 1.0.0". */
  record Codebook(String version) implements Filter {}

  /** With a coding that comes from there and was not rejected. */
  record Source(Origin origin) implements Filter {}
}
