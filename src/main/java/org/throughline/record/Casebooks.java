package org.throughline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.throughline.record.FigureRows.Row;
import org.throughline.record.Figures.Deriving;
import org.throughline.record.Figures.Extent;
import org.throughline.record.Figures.Parts;

/**
 * Opens what courses are computed from. What an entry amounts to is computed once and kept; text is
 * opened only for entries that nobody has computed yet, or whose codings have changed since.
 */
public final class Casebooks {

  private final Database database;
  private final Vault vault;
  private final Entries entries;
  private final EntryRows entryRows;
  private final FigureRows figures;
  private final MissedRows missed;
  private final NoteRows notes;

  Casebooks(Database database, Vault vault, Entries entries) {
    this.database = database;
    this.vault = vault;
    this.entries = entries;
    this.entryRows = new EntryRows(vault);
    this.figures = new FigureRows(vault);
    this.missed = new MissedRows(vault);
    this.notes = new NoteRows(vault);
  }

  /** What was computed and is to be kept. */
  private record Fresh(String client, Row row, Parts parts) {
    @Override
    public String toString() {
      return "Fresh[" + row + "]";
    }
  }

  /**
   * One client's, all of it.
   *
   * @param form what computes figures, with its version: another form computes them anew
   * @throws StoreException.NotFound if there is no such client
   */
  public Casebook open(Actor by, String client, String form, Deriving deriving) {
    List<Fresh> fresh = new ArrayList<>();
    Casebook book =
        database.readLogged(
            by,
            "record.read",
            client,
            client,
            handle -> read(handle, client, form, Extent.ALL, deriving, fresh));
    keep(fresh);
    return book;
  }

  /**
   * Many clients', one after another; each is in the log before the first is handed out. A client
   * who was erased meanwhile is passed over.
   *
   * @param why for the log: "cohort"
   */
  public void each(
      Actor by,
      String why,
      List<String> clients,
      String form,
      Extent extent,
      Deriving deriving,
      Consumer<Casebook> taking) {
    database.write(
        by,
        work -> {
          work.audit("caseload.read", null, null, why + ", " + clients.size() + " clients");
          clients.forEach(client -> work.audit("record.read", client, client, why));
          return true;
        });
    for (String client : clients) {
      if (!vault.holds(client, Vault.Purpose.IDENTITY)) {
        continue;
      }
      List<Fresh> fresh = new ArrayList<>();
      taking.accept(database.read(handle -> read(handle, client, form, extent, deriving, fresh)));
      keep(fresh);
    }
  }

  private Casebook read(
      Handle handle,
      String client,
      String form,
      Extent extent,
      Deriving deriving,
      List<Fresh> fresh) {
    List<Figures> all = new ArrayList<>();
    for (Row row : figures.of(handle, client, form, extent)) {
      Parts parts = row.parts();
      if (parts == null) {
        parts = deriving.of(entries.load(handle, entryRows.load(handle, row.entry())));
        fresh.add(new Fresh(client, row, parts));
      }
      all.add(new Figures(row.entry(), row.checkIn(), row.number(), row.date(), parts));
    }
    return new Casebook(
        Clients.load(handle, vault, client),
        all,
        missed.of(handle, client),
        notes.of(handle, client));
  }

  /** Nobody's act, and no loss where it fails: they can be computed again. */
  private void keep(List<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    try {
      database.maintain(
          handle ->
              fresh.forEach(one -> figures.keep(handle, one.client(), one.row(), one.parts())));
    } catch (StoreException.OutOfSpace | StoreException.Unavailable | StoreException.Damaged e) {
      // Computed again next time.
    }
  }
}
