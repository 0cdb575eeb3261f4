package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Tables of cohorts as they were printed. They hold no cell that was hidden, and are kept because
 * the next table must not reveal anybody together with the one before.
 */
public final class PrintedTables {

  /**
   * One table.
   *
   * @param json its shape is the printer's affair
   */
  public record Table(String id, Instant at, String account, String json) {
    /** Not the cells. */
    @Override
    public String toString() {
      return "Table[" + id + "]";
    }
  }

  /** Makes a table's JSON from the earlier ones, within the transaction that keeps it. */
  @FunctionalInterface
  public interface Printing {
    String json(String id, List<Table> earlier);
  }

  private static final String TABLE = "printed";

  private final Database database;
  private final Vault vault;

  PrintedTables(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Adds a table. Two that are printed at the same time know of one another. */
  public Table add(Actor by, String detail, Printing printing) {
    database.requireRoom(0);
    return database.write(
        by,
        work -> {
          String id = Ids.random();
          List<Table> earlier = rows(work.handle());
          var table = new Table(id, work.now(), by.account(), printing.json(id, earlier));
          work.execute(
              "INSERT INTO printed VALUES (?, ?, ?, ?, ?)",
              id,
              work.next(TABLE),
              table.at().toString(),
              table.account(),
              vault.sealOwn(TABLE, id, table.json().getBytes(StandardCharsets.UTF_8)));
          work.audit("export.cohort", null, id, detail);
          return table;
        });
  }

  /** All of them, in the order of printing. */
  public List<Table> all(Actor by) {
    return database.readLogged(by, "cohort.list", null, null, this::rows);
  }

  private List<Table> rows(org.jdbi.v3.core.Handle handle) {
    return handle
        .select("SELECT * FROM printed ORDER BY number")
        .map(
            (row, context) -> {
              String id = row.getString("id");
              return new Table(
                  id,
                  Instant.parse(row.getString("at")),
                  row.getString("account"),
                  new String(
                      vault.openOwn(TABLE, id, row.getBytes("sealed")), StandardCharsets.UTF_8));
            })
        .list();
  }
}
