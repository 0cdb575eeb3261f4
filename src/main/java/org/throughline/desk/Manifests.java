package org.throughline.desk;

import java.util.List;
import org.throughline.desk.view.ManifestView;
import org.throughline.record.Actor;
import org.throughline.record.Note;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.report.Manifest;
import org.throughline.report.Verification;

/** What reports rested on when they were made: kept, and recomputed on demand. */
public final class Manifests {

  private final Store store;
  private final Desk desk;

  Manifests(Store store, Desk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** All that were kept, in the order of making. */
  public List<ManifestView> all(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    return store.notes().of(by, client, Note.Kind.MANIFEST).stream()
        .map(
            note ->
                ManifestView.of(
                    note.id(), note.at(), note.account(), Written.read(note, Manifest.class)))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws StoreException.NotFound if the client has none with this id
   */
  public Manifest find(Actor by, String client, String id) {
    Desk.requireConsent(store, by, client);
    return store.notes().of(by, client, Note.Kind.MANIFEST).stream()
        .filter(note -> note.id().equals(id))
        .map(note -> Written.read(note, Manifest.class))
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("manifest"));
  }

  /** Makes its report again and says where it no longer holds. */
  public Verification verify(Actor by, String client, String id) {
    return desk.verify(by, client, find(by, client, id));
  }

  /** Keeps a report's manifest, unless the last of its kind says the same. */
  void keep(Actor by, String client, Manifest manifest) {
    boolean known =
        store.notes().of(by, client, Note.Kind.MANIFEST).stream()
            .map(note -> Written.read(note, Manifest.class))
            .filter(earlier -> earlier.report().equals(manifest.report()))
            .reduce((earlier, later) -> later)
            .filter(manifest::equals)
            .isPresent();
    if (!known) {
      store
          .notes()
          .add(by, client, Note.Kind.MANIFEST, (stamp, earlier) -> Written.json(manifest), null);
    }
  }
}
