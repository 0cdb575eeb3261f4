package org.throughline.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.throughline.record.Vault.Purpose;

/**
 * Erases a client: another thing than taking back a session. The order makes it safe to stop
 * anywhere: first the ledger outside the database says so, then the keys are destroyed (from that
 * moment on nothing can be read, in any copy), then the rows and the index go. What a crash leaves
 * undone is done at the next start.
 */
public final class Erasure {

  /** Removes a client from the quote index. */
  @FunctionalInterface
  public interface Index {

    /** There is no index. */
    Index NONE = client -> new Purged(true);

    /** Deletes the client's documents and rewrites the files that held them. */
    Purged purge(String client);
  }

  /**
   * What was purged.
   *
   * @param rewritten whether the old files are gone or dead
   */
  public record Purged(boolean rewritten) {}

  /** Tables of a client's rows, children first, with how the rows are found. */
  private static final Map<String, String> TABLES = tables();

  private final Database database;
  private final Vault vault;
  private final Ledger ledger;
  private final Models models;

  Erasure(Database database, Vault vault, Ledger ledger, Models models) {
    this.database = database;
    this.vault = vault;
    this.ledger = ledger;
    this.models = models;
  }

  /**
   * Erases a client. When this returns, none of the client's words can be read from the data folder
   * or from any backup of it made with this program that keys older than the certificate says have
   * left.
   *
   * @throws StoreException.NotFound if there is no such client
   */
  public ErasureCertificate erase(Actor by, String client, Index index) {
    database.read(
        handle -> {
          Clients.require(handle, client);
          return true;
        });
    ledger.add(client, database.now());
    return carryOut(by, client, index);
  }

  /** The certificate of an earlier erasure. */
  public Optional<ErasureCertificate> certificate(String client) {
    return database.read(
        handle ->
            handle
                .select("SELECT certificate FROM erasures WHERE client = ?", client)
                .mapTo(String.class)
                .findOne()
                .map(
                    json ->
                        Json.read(
                            json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            ErasureCertificate.class)));
  }

  /** Carries out what the ledger says and the store does not know yet. Runs before it opens. */
  void replay() {
    Actor by = Actor.program("erasure replay");
    for (String client : ledger.clients()) {
      boolean there = database.read(handle -> present(handle, client)) || !keysOf(client).isEmpty();
      if (there) {
        // No index is open yet; those on disk do not open under other keys and are built anew.
        vault.rotateIndexKey();
        vault.rotateReleasedIndexKey();
        carryOut(by, client, Index.NONE);
      }
    }
  }

  private ErasureCertificate carryOut(Actor by, String client, Index index) {
    List<String> keys = new ArrayList<>(models.end(by, client, Models.ERASED));
    keys.addAll(0, vault.destroy(client, EnumSet.allOf(Purpose.class)));
    Purged purged = index.purge(client);
    ErasureCertificate certificate = database.write(by, work -> delete(work, client, keys, purged));
    database.compact();
    return certificate;
  }

  private ErasureCertificate delete(Work work, String client, List<String> keys, Purged purged) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    TABLES.forEach(
        (table, where) ->
            rows.put(table, work.execute("DELETE FROM " + table + " WHERE " + where, client)));
    ErasureCertificate certificate =
        new ErasureCertificate(
            client,
            work.now(),
            work.by().account(),
            keys,
            rows,
            purged.rewritten(),
            work.now().plus(Backups.KEPT),
            handedOut(work.handle(), client));
    work.execute("DELETE FROM erasures WHERE client = ?", client);
    work.execute(
        "INSERT INTO erasures VALUES (?, ?, ?)",
        client,
        work.now().toString(),
        new String(Json.bytes(certificate), java.nio.charset.StandardCharsets.UTF_8));
    Standing.changed(work);
    work.outbox(OutboxEvent.Kind.CLIENT_ERASED, client, null);
    work.audit("client.erase", client, client, keys.size() + " keys");
    return certificate;
  }

  private static List<ErasureCertificate.HandedOut> handedOut(Handle handle, String client) {
    List<ErasureCertificate.HandedOut> exports = new ArrayList<>();
    handle
        .select(
            "SELECT * FROM audit WHERE client = ? AND action LIKE 'export%' ORDER BY number",
            client)
        .map(
            (row, context) ->
                new ErasureCertificate.HandedOut(
                    row.getLong("number"),
                    Instant.parse(row.getString("at")),
                    row.getString("account"),
                    row.getString("action"),
                    row.getString("detail")))
        .forEach(exports::add);
    return exports;
  }

  private Set<Purpose> keysOf(String client) {
    Set<Purpose> held = EnumSet.noneOf(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      if (vault.holds(client, purpose)) {
        held.add(purpose);
      }
    }
    return held;
  }

  private static boolean present(Handle handle, String client) {
    return handle
        .select("SELECT 1 FROM clients WHERE id = ?", client)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Map<String, String> tables() {
    String entries = "entry IN (SELECT id FROM entries WHERE client = ?)";
    Map<String, String> tables = new LinkedHashMap<>();
    // Counts of all clients together; they are counted anew.
    tables.put("local_counts", "? <> ''");
    tables.put("model_clients", "client = ?");
    tables.put("model_entries", entries);
    tables.put("releases", "client = ?");
    tables.put("pseudonyms", "client = ?");
    tables.put("cards", "client = ?");
    tables.put("figures", "client = ?");
    tables.put("notes", "client = ?");
    tables.put("batches", entries);
    tables.put("revisions", entries);
    tables.put("decisions", entries);
    tables.put("codings", entries);
    tables.put("facts", entries);
    tables.put("words", entries);
    tables.put("turns", entries);
    tables.put("uploads", "client = ?");
    tables.put("originals", entries);
    tables.put("entries", "client = ?");
    tables.put("missed", "client = ?");
    tables.put("consents", "client = ?");
    tables.put("speakers", "client = ?");
    tables.put("problems", "client = ?");
    tables.put("ties", "kind <> 'SUPERVISES' AND object = ?");
    tables.put("clients", "id = ?");
    return tables;
  }
}
