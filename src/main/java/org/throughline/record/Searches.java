package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Questions that people keep under a name, each for its owner alone. Name and question are sealed
 * under a key of the program's own: they belong to no client, though they may tell of one.
 */
public final class Searches {

  /** How many a person may keep. */
  public static final int MOST = 200;

  private static final String TABLE = "searches";

  private record Text(String name, String question) {
    @Override
    public String toString() {
      return "Text[]";
    }
  }

  private final Database database;
  private final Vault vault;

  Searches(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Keeps a question.
   *
   * @throws StoreException.Conflict if the owner has one of this name, or too many
   */
  public StoredSearch add(Actor by, String name, String question) {
    return database.write(
        by,
        work -> {
          List<StoredSearch> own = of(work.handle(), by);
          if (own.stream().anyMatch(other -> other.name().equals(name))) {
            throw new StoreException.Conflict("you have a search of this name already");
          }
          if (own.size() >= MOST) {
            throw new StoreException.Conflict("a person keeps at most " + MOST + " searches");
          }
          var search = new StoredSearch(Ids.random(), by.account(), name, question, work.now());
          work.execute(
              "INSERT INTO searches VALUES (?, ?, ?, ?)",
              search.id(),
              search.account(),
              search.created().toString(),
              vault.sealOwn(TABLE, search.id(), Json.bytes(new Text(name, question))));
          work.audit("search.keep", null, search.id(), "");
          return search;
        });
  }

  /** One's own, the oldest first. */
  public List<StoredSearch> all(Actor by) {
    return database.readLogged(by, "search.list", null, null, handle -> of(handle, by));
  }

  /**
   * One of one's own.
   *
   * @throws StoreException.NotFound if the asker has none of this id
   */
  public StoredSearch find(Actor by, String id) {
    return database.readLogged(
        by,
        "search.read",
        null,
        id,
        handle ->
            of(handle, by).stream()
                .filter(search -> search.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StoreException.NotFound("search")));
  }

  /**
   * Forgets one of one's own.
   *
   * @throws StoreException.NotFound if the asker has none of this id
   */
  public void remove(Actor by, String id) {
    database.write(
        by,
        work -> {
          int gone =
              work.execute("DELETE FROM searches WHERE id = ? AND account = ?", id, by.account());
          if (gone == 0) {
            throw new StoreException.NotFound("search");
          }
          work.audit("search.remove", null, id, "");
          return true;
        });
  }

  private List<StoredSearch> of(Handle handle, Actor by) {
    return handle
        .select("SELECT * FROM searches WHERE account = ? ORDER BY created, id", by.account())
        .map((row, context) -> search(row))
        .list();
  }

  private StoredSearch search(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Text text = Json.read(vault.openOwn(TABLE, id, row.getBytes("sealed")), Text.class);
    return new StoredSearch(
        id,
        row.getString("account"),
        text.name(),
        text.question(),
        Instant.parse(row.getString("created")));
  }
}
