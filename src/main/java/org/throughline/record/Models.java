package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.revision.History;

/**
 * What was learned from people's decisions, version by version. A model is made of single words of
 * the clients it learned from: each is sealed under a key of its own, and the key is destroyed as
 * soon as one of these clients withdraws or is erased, or the code is learned anew. Its card, which
 * holds counts, stays. What it suggested and nobody has judged goes with it.
 */
public final class Models {

  /** What a client must consent to for a model to be learned from their sessions and kept. */
  public static final Set<Scope> NEEDED = Set.of(Scope.MODEL_TRAINING, Scope.TREATMENT_ANALYSIS);

  static final String WITHDRAWN = "a client it was learned from withdrew consent; learn it again";
  static final String ERASED = "a client it was learned from was erased; learn it again";
  static final String KEYLESS = "its key was destroyed or is not in the backup; learn it again";
  private static final String ANEW = "a newer version was learned";
  private static final Actor KEEPER = Actor.program("models");
  private static final String TABLE = "models";

  private final Database database;
  private final Vault vault;
  private final EntryRows entries;
  private final TurnRows turns;
  private final CodingRows codings;

  Models(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.entries = new EntryRows(vault);
    this.turns = new TurnRows(vault);
    this.codings = new CodingRows(vault);
  }

  /**
   * Keeps what was learned as the code's next version, switched off; the version before is
   * destroyed.
   *
   * @param hash SHA-256 of the model, hex
   * @param card JSON that holds counts only
   * @param content the model and what it was learned from
   * @param clients from whose sessions
   * @throws StoreException.Conflict if one of them does not agree to it (any more)
   */
  public ModelVersion keep(
      Actor by, String code, String hash, String card, byte[] content, Set<String> clients) {
    String id = Ids.random();
    ModelVersion kept;
    try {
      kept = database.write(by, work -> insert(work, id, code, hash, card, content, clients));
    } catch (RuntimeException e) {
      // Should the row be there all the same, it ends for want of its key.
      vault.forget(key(id));
      throw e;
    }
    for (ModelVersion before : all()) {
      if (before.code().equals(code) && before.number() < kept.number() && before.ended() == null) {
        end(by, before, ANEW);
      }
    }
    return kept;
  }

  private ModelVersion insert(
      Work work,
      String id,
      String code,
      String hash,
      String card,
      byte[] content,
      Set<String> clients) {
    for (String client : clients) {
      if (!agrees(work.handle(), client, work.now())) {
        throw new StoreException.Conflict(
            "a client has withdrawn meanwhile; nothing was kept, learn it again");
      }
    }
    int number =
        work.handle()
            .select("SELECT COALESCE(MAX(number), 0) + 1 FROM models WHERE code = ?", code)
            .mapTo(Integer.class)
            .one();
    work.execute(
        "INSERT INTO models VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, ?, ?)",
        id,
        code,
        number,
        hash,
        work.now().toString(),
        work.by().account(),
        clients.size(),
        vault.sealOwn(TABLE, id, card.getBytes(StandardCharsets.UTF_8)),
        vault.sealUnder(key(id), TABLE, id, content));
    for (String client : clients) {
      work.execute("INSERT INTO model_clients VALUES (?, ?)", id, client);
    }
    work.audit("model.learn", null, id, code + " " + hash);
    return find(work.handle(), id).orElseThrow();
  }

  /** All versions, codes in alphabetical order and the newest of each first; opens no model. */
  public List<ModelVersion> all() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM models ORDER BY code, number DESC")
                .map((row, context) -> version(row))
                .list());
  }

  /**
   * What {@link #keep} was given as content.
   *
   * @throws StoreException.NotFound if it was destroyed, or never was
   */
  public byte[] content(String id) {
    byte[] sealed =
        database.read(
            handle ->
                handle
                    .select("SELECT sealed FROM models WHERE id = ? AND ended IS NULL", id)
                    .map((row, context) -> row.getBytes("sealed"))
                    .findOne()
                    .orElseThrow(() -> new StoreException.NotFound("model")));
    return vault.openUnder(key(id), TABLE, id, sealed);
  }

  /**
   * Switches a version on or off. Switched off, what it suggested and nobody has judged goes.
   *
   * @throws StoreException.Conflict if it was destroyed
   */
  public ModelVersion switchTo(Actor by, ModelVersion model, boolean on) {
    ModelVersion now =
        database.write(
            by,
            work -> {
              int changed =
                  work.execute(
                      "UPDATE models SET switched_on = ?, switched_on_by = ? WHERE id = ? AND"
                          + " ended IS NULL",
                      on ? work.now().toString() : null,
                      on ? by.account() : null,
                      model.id());
              if (changed == 0) {
                throw new StoreException.Conflict(
                    "this version is gone; learn the code again and read the new card");
              }
              work.audit(on ? "model.on" : "model.off", null, model.id(), model.code());
              return find(work.handle(), model.id()).orElseThrow();
            });
    if (!on) {
      withdraw(by, model.hash());
    }
    return now;
  }

  /**
   * Puts what the models that are on suggest for an entry in the place of what models suggested
   * before and nobody has judged.
   *
   * @return whether anything changed
   */
  public boolean suggest(Actor by, String entry, List<Coding> suggestions) {
    return database.write(
        by,
        work -> {
          boolean changed = suggest(work, entry, suggestions);
          work.audit("model.suggest", entries.clientOf(work.handle(), entry), entry, "");
          return changed;
        });
  }

  private boolean suggest(Work work, String id, List<Coding> suggestions) {
    Entry entry = entries.load(work.handle(), id);
    History history = turns.history(work.handle(), entry);
    suggestions.forEach(coding -> Batches.requireFits(coding, history.current()));
    boolean changed =
        codings.suggestAnew(work, entry, suggestions, history, () -> entries.nextRun(work, id));
    if (changed) {
      work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, entry.client(), id);
    }
    return changed;
  }

  /** Destroys the models learned from a client's words; returns the names of their keys. */
  List<String> end(Actor by, String client, String because) {
    List<String> destroyed = new ArrayList<>();
    for (ModelVersion model : all()) {
      if (model.ended() == null
          && database.read(handle -> contributors(handle, model.id()).contains(client))) {
        destroyed.addAll(end(by, model, because));
      }
    }
    return destroyed;
  }

  /**
   * Destroys the models of which some client does not agree any more, as consents end by time, and
   * finishes what a process left half done that was killed, or a backup brought back: a model whose
   * key is gone or that a newer one takes the place of ends, and suggestions of models that are not
   * on are taken back. Done at every start.
   */
  public void endUnconsented() {
    Set<String> codes = new HashSet<>();
    for (ModelVersion model : all()) {
      if (model.ended() == null) {
        Optional<String> because = because(model);
        if (because.isEmpty() && !codes.add(model.code())) {
          because = Optional.of(ANEW);
        }
        because.ifPresent(why -> end(KEEPER, model, why));
      }
    }
    forsaken().forEach(hash -> withdraw(KEEPER, hash));
  }

  /** Why a model cannot stand by itself; empty if it can. */
  private Optional<String> because(ModelVersion model) {
    boolean agreed =
        database.read(
            handle ->
                contributors(handle, model.id()).stream()
                    .allMatch(client -> agrees(handle, client, database.now())));
    if (!agreed) {
      return Optional.of(WITHDRAWN);
    }
    return vault.holdsUnder(key(model.id())) ? Optional.empty() : Optional.of(KEYLESS);
  }

  /** Models that have suggestions somewhere and no version that is on. */
  private List<String> forsaken() {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT DISTINCT hash FROM model_entries WHERE hash NOT IN (SELECT hash FROM"
                        + " models WHERE switched_on IS NOT NULL AND ended IS NULL) ORDER BY hash")
                .mapTo(String.class)
                .list());
  }

  /** The key first: from then on no copy of the model can be read. */
  private List<String> end(Actor by, ModelVersion model, String because) {
    List<String> destroyed = vault.forget(key(model.id()));
    database.write(
        by,
        work -> {
          work.execute(
              "UPDATE models SET ended = ?, because = ?, switched_on = NULL, switched_on_by ="
                  + " NULL, sealed = NULL WHERE id = ?",
              work.now().toString(),
              because,
              model.id());
          work.audit("model.end", null, model.id(), because);
          return true;
        });
    withdraw(by, model.hash());
    return destroyed;
  }

  private void withdraw(Actor by, String hash) {
    List<String> holding =
        database.read(
            handle ->
                handle
                    .select("SELECT entry FROM model_entries WHERE hash = ? ORDER BY entry", hash)
                    .mapTo(String.class)
                    .list());
    holding.forEach(id -> withdraw(by, hash, id));
  }

  private void withdraw(Actor by, String hash, String entry) {
    try {
      database.write(by, work -> withdraw(work, hash, entry));
    } catch (StoreException.NotFound erased) {
      // Erased meanwhile, and what was suggested there with it.
      return;
    }
  }

  private boolean withdraw(Work work, String hash, String id) {
    String client = entries.clientOf(work.handle(), id);
    if (vault.holds(client, Purpose.CODINGS) && vault.holds(client, Purpose.TEXT)) {
      suggest(work, id, openOfOthers(work.handle(), id, hash));
    }
    work.execute("DELETE FROM model_entries WHERE hash = ? AND entry = ?", hash, id);
    work.audit("model.withdraw", client, id, "");
    return true;
  }

  /** What other models suggest there and nobody has judged. */
  private List<Coding> openOfOthers(Handle handle, String id, String hash) {
    Entry entry = entries.load(handle, id);
    History history = turns.history(handle, entry);
    List<Coding> others = new ArrayList<>();
    for (CodingRow row : codings.newest(handle, id)) {
      if (row.in(history) instanceof CodingRow.Now.Standing now
          && now.coding().coding().rater() instanceof Rater.Model model
          && !model.hash().equals(hash)
          && now.coding().last().isEmpty()) {
        others.add(now.coding().coding());
      }
    }
    return others;
  }

  private boolean agrees(Handle handle, String client, Instant now) {
    return vault.holds(client, Purpose.IDENTITY)
        && NEEDED.stream().allMatch(scope -> Consents.permits(handle, vault, client, scope, now));
  }

  private static List<String> contributors(Handle handle, String id) {
    return handle
        .select("SELECT client FROM model_clients WHERE model = ? ORDER BY client", id)
        .mapTo(String.class)
        .list();
  }

  private Optional<ModelVersion> find(Handle handle, String id) {
    return handle
        .select("SELECT * FROM models WHERE id = ?", id)
        .map((row, context) -> version(row))
        .findOne();
  }

  private ModelVersion version(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new ModelVersion(
        id,
        row.getString("code"),
        row.getInt("number"),
        row.getString("hash"),
        Instant.parse(row.getString("learned")),
        row.getString("account"),
        row.getInt("clients"),
        instant(row.getString("switched_on")),
        row.getString("switched_on_by"),
        instant(row.getString("ended")),
        row.getString("because"),
        new String(vault.openOwn(TABLE, id, row.getBytes("card")), StandardCharsets.UTF_8));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  private static String key(String id) {
    return "model/" + id;
  }
}
