package org.throughline.quote;

import java.time.LocalDate;
import java.util.List;

/**
 * One session as the index takes it in. Putting a session again replaces the whole of it. Who
 * treats the client and which problem a turn belongs to is not in it: that may be different
 * tomorrow, and whoever asks says of which clients or turns.
 *
 * @param id the record's opaque session id
 * @param client the record's opaque client id: what consent is asked for
 * @param number the how-manieth session with this client, from 1
 */
public record IndexedSession(
    String id,
    String client,
    int number,
    LocalDate date,
    List<IndexedTurn> turns,
    List<IndexedCoding> codings) {

  public IndexedSession {
    turns = List.copyOf(turns);
    codings = List.copyOf(codings);
    if (id.isBlank() || client.isBlank()) {
      throw new IllegalArgumentException("a session needs an id and a client");
    }
  }

  @Override
  public String toString() {
    return "IndexedSession[" + id + ", turns=" + turns.size() + ", codings=" + codings.size() + "]";
  }
}
