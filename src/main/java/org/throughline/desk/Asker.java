package org.throughline.desk;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.throughline.access.View;
import org.throughline.record.Actor;

/**
 * Who searches, and how much of whose words may show to them at this moment. A client who is not in
 * it is not even counted.
 *
 * @param shown by client id
 */
public record Asker(Actor by, Map<String, View> shown) {

  public Asker {
    shown = Map.copyOf(shown);
  }

  /** Whose words may be searched as they were said. */
  Set<String> clients() {
    return with(View.FULL);
  }

  /** Whose words may be searched with tags in the place of names. */
  Set<String> tagged() {
    return with(View.TAGGED);
  }

  private Set<String> with(View wanted) {
    Set<String> clients = new HashSet<>();
    shown.forEach(
        (client, view) -> {
          if (view == wanted) {
            clients.add(client);
          }
        });
    return clients;
  }
}
