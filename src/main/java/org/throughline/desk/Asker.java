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

  /**
   * Whose verbatim words may be searched: the one place that decides it. Where names would have to
   * be covered first, nothing is shown.
   */
  Set<String> clients() {
    Set<String> clients = new HashSet<>();
    shown.forEach(
        (client, view) -> {
          if (view == View.FULL) {
            clients.add(client);
          }
        });
    return clients;
  }
}
