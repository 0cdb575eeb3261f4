package org.throughline.cli;

import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ClientView;

/** A client as people name one on the command line: by pseudonym or id. */
final class Whom {

  private Whom() {}

  /**
   * @throws InputException if nobody, or more than one, is called so
   */
  static ClientView find(Desk desk, String named) {
    List<ClientView> found =
        desk.clients(Folders.ME).stream()
            .filter(client -> client.id().equals(named) || client.pseudonym().equals(named))
            .toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 ->
          throw new InputException(
              "No client has this pseudonym or id. \"throughline client list\" shows them all.");
      default ->
          throw new InputException(
              "%d clients have this pseudonym; use the id: \"throughline client list\" shows it."
                  .formatted(found.size()));
    };
  }
}
