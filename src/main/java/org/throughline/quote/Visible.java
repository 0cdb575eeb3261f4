package org.throughline.quote;

import java.util.Set;

/**
 * Whose words the asker may see at this moment. It becomes a clause inside every query, so that
 * hits, counts, groups and samples alike are taken from the permitted clients and nobody else. The
 * caller computes it anew for each request; nothing here outlives one.
 */
public sealed interface Visible {

  /** Exactly these clients; the empty set sees nothing. */
  record Clients(Set<String> ids) implements Visible {
    public Clients {
      ids = Set.copyOf(ids);
    }
  }

  /** No limit: for one's own files on the command line and for tests, never for a server. */
  record Everyone() implements Visible {}

  static Visible clients(Set<String> ids) {
    return new Clients(ids);
  }
}
