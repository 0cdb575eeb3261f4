package org.throughline.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Role;

/** The clients, their problems, and who speaks under which label in their files. */
public final class Clients {

  private final Database database;
  private final Vault vault;

  Clients(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Enters a client, with keys of its own and no consent to anything.
   *
   * @param problems in the client's own words
   * @param key the caller's name for the request; null for none
   */
  public Client add(
      Actor by, String pseudonym, List<String> problems, @Nullable IdempotencyKey key) {
    return add(by, pseudonym, problems, null, key);
  }

  /**
   * Enters a client who is in treatment with a clinician from now on.
   *
   * @param treatedBy id of the clinician's account; null for none yet
   */
  public Client add(
      Actor by,
      String pseudonym,
      List<String> problems,
      @Nullable String treatedBy,
      @Nullable IdempotencyKey key) {
    if (pseudonym.isBlank()) {
      throw new IllegalArgumentException("a client has a pseudonym");
    }
    String id = Ids.random();
    vault.admit(id, EnumSet.complementOf(EnumSet.of(Purpose.RESEARCH)));
    return database.write(
        by,
        work -> {
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("client.add.again", earlier.get(), earlier.get(), "");
            return load(work.handle(), earlier.get());
          }
          work.execute(
              "INSERT INTO clients VALUES (?, ?, ?)",
              id,
              work.now().toString(),
              vault.seal(card(id), Json.bytes(new Sealed.ClientText(pseudonym))));
          for (String words : problems) {
            insertProblem(work, id, words);
          }
          Idempotency.keep(work, key, id);
          Standing.changed(work);
          work.audit("client.add", id, id, "");
          if (treatedBy != null) {
            Registry.tie(work, Tie.Kind.TREATS, treatedBy, id);
          }
          return load(work.handle(), id);
        });
  }

  /** All clients; who may see which is asked before. */
  public List<Client> all(Actor by) {
    return database.readLogged(
        by,
        "client.list",
        null,
        null,
        handle -> {
          List<Client> clients = new ArrayList<>();
          for (String id :
              handle.select("SELECT id FROM clients ORDER BY created, id").mapTo(String.class)) {
            // Another process may be in the middle of erasing: keys gone, rows still there.
            if (vault.holds(id, Purpose.IDENTITY)) {
              clients.add(load(handle, id));
            }
          }
          return clients;
        });
  }

  /** Ids of all clients, without opening anything. */
  public List<String> ids() {
    return database.read(handle -> ids(handle));
  }

  static List<String> ids(Handle handle) {
    return handle.select("SELECT id FROM clients ORDER BY created, id").mapTo(String.class).list();
  }

  /**
   * One client.
   *
   * @throws StoreException.NotFound if there is no such client
   */
  public Client find(Actor by, String id) {
    return database.readLogged(by, "client.read", id, id, handle -> load(handle, id));
  }

  /** Who speaks under which label in this client's files, as people have said before. */
  public Map<String, Role> speakers(String client) {
    return database.read(handle -> speakers(handle, vault, client));
  }

  static Map<String, Role> speakers(Handle handle, Vault vault, String client) {
    return handle
        .select("SELECT sealed FROM speakers WHERE client = ?", client)
        .mapTo(byte[].class)
        .findOne()
        .map(bytes -> vault.open(labels(client), bytes))
        .map(json -> Json.read(json, Sealed.SpeakerRoles.class).roles())
        .orElse(Map.of());
  }

  /** Adds to {@link #speakers}; a label named again gets the newer role. */
  static void remember(Work work, Vault vault, String client, Map<String, Role> roles) {
    Map<String, Role> all = new TreeMap<>(speakers(work.handle(), vault, client));
    all.putAll(roles);
    byte[] sealed = vault.seal(labels(client), Json.bytes(new Sealed.SpeakerRoles(all)));
    work.execute(
        "INSERT INTO speakers VALUES (?, ?) ON CONFLICT (client) DO UPDATE SET sealed ="
            + " excluded.sealed",
        client,
        sealed);
  }

  static void require(Handle handle, String client) {
    if (handle
        .select("SELECT 1 FROM clients WHERE id = ?", client)
        .mapTo(Integer.class)
        .findOne()
        .isEmpty()) {
      throw new StoreException.NotFound("client");
    }
  }

  private String insertProblem(Work work, String client, String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("a problem is told in words");
    }
    String id = Ids.random();
    int number =
        work.handle()
            .select("SELECT COALESCE(MAX(number), 0) + 1 FROM problems WHERE client = ?", client)
            .mapTo(Integer.class)
            .one();
    work.execute(
        "INSERT INTO problems VALUES (?, ?, ?, ?)",
        id,
        client,
        number,
        vault.seal(problem(client, id), Json.bytes(new Sealed.ProblemText(words))));
    return id;
  }

  private Client load(Handle handle, String id) {
    return load(handle, vault, id);
  }

  static Client load(Handle handle, Vault vault, String id) {
    return handle
        .select("SELECT created, sealed FROM clients WHERE id = ?", id)
        .map(
            (row, context) ->
                new Client(
                    id,
                    Json.read(vault.open(card(id), row.getBytes("sealed")), Sealed.ClientText.class)
                        .pseudonym(),
                    problems(handle, vault, id),
                    Instant.parse(row.getString("created"))))
        .findOne()
        .orElseThrow(() -> new StoreException.NotFound("client"));
  }

  private static List<Client.Problem> problems(Handle handle, Vault vault, String client) {
    return handle
        .select("SELECT id, sealed FROM problems WHERE client = ? ORDER BY number", client)
        .map(
            (row, context) -> {
              String id = row.getString("id");
              byte[] json = vault.open(problem(client, id), row.getBytes("sealed"));
              return new Client.Problem(id, Json.read(json, Sealed.ProblemText.class).words());
            })
        .list();
  }

  private static Place card(String client) {
    return new Place(client, Purpose.IDENTITY, "clients", client);
  }

  private static Place labels(String client) {
    return new Place(client, Purpose.IDENTITY, "speakers", client);
  }

  private static Place problem(String client, String id) {
    return new Place(client, Purpose.CODINGS, "problems", id);
  }
}
