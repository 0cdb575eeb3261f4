package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the figures of codes in this practice are computed from, and the counts themselves, kept so
 * that nothing has to be opened again that has not changed. Nothing here is logged: it reads no
 * words.
 */
public final class LocalCounts {

  /**
   * An entry in which somebody decided about a coding or made one.
   *
   * @param stamp another one when a coding or a decision was added, or the entry was coded anew
   */
  public record Judged(String entry, String client, String stamp) {}

  private static final String TABLE = "local_counts";

  private final Database database;
  private final Vault vault;

  LocalCounts(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** All judged entries that were not taken back. */
  public List<Judged> judged() {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT e.id, e.client, e.run,
                      COALESCE((SELECT MAX(d.number) FROM decisions d WHERE d.entry = e.id), 0)
                        AS decided,
                      (SELECT COUNT(*) FROM codings c WHERE c.run = 0 AND c.entry = e.id) AS made
                    FROM entries e
                    WHERE e.retracted = 0 AND e.id IN (
                      SELECT entry FROM decisions
                      UNION SELECT entry FROM codings WHERE run = 0)
                    ORDER BY e.id
                    """)
                .map(
                    (row, context) ->
                        new Judged(
                            row.getString("id"),
                            row.getString("client"),
                            row.getInt("run")
                                + "/"
                                + row.getLong("decided")
                                + "/"
                                + row.getLong("made")))
                .list());
  }

  /** Another one when something happened in a study, in its release, or to a consent. */
  public String studies() {
    return database.read(
        handle ->
            String.join(
                "/",
                one(handle, "SELECT COUNT(*) || '-' || COALESCE(MAX(at), '') FROM study_events"),
                one(
                    handle,
                    "SELECT COUNT(*) || '-' || COALESCE(MAX(at), '') FROM releases WHERE state ="
                        + " 'RELEASED'"),
                one(handle, "SELECT '' || COUNT(*) FROM consents WHERE scope = 'research'")));
  }

  private static String one(org.jdbi.v3.core.Handle handle, String sql) {
    return handle.select(sql).mapTo(String.class).one();
  }

  /** What was kept last. */
  public Optional<String> kept() {
    return database.read(
        handle ->
            handle
                .select("SELECT sealed FROM local_counts WHERE id = 1")
                .map((row, context) -> row.getBytes("sealed"))
                .findOne()
                .map(
                    bytes -> new String(vault.openOwn(TABLE, "1", bytes), StandardCharsets.UTF_8)));
  }

  /** Nobody's act, and no loss where it fails: they can be computed again. */
  public void keep(String json) {
    try {
      database.maintain(
          handle ->
              handle.execute(
                  "INSERT INTO local_counts VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET sealed ="
                      + " excluded.sealed",
                  vault.sealOwn(TABLE, "1", json.getBytes(StandardCharsets.UTF_8))));
    } catch (StoreException.OutOfSpace | StoreException.Unavailable | StoreException.Damaged e) {
      // Computed again next time.
    }
  }
}
