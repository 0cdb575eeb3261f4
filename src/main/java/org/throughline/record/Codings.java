package org.throughline.record;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.History;

/** What people say about codings, and the codings they make themselves. */
public final class Codings {

  private final Database database;
  private final CodingRows rows;
  private final EntryRows entries;
  private final TurnRows turns;

  Codings(Database database, Vault vault) {
    this.database = database;
    this.rows = new CodingRows(vault);
    this.entries = new EntryRows(vault);
    this.turns = new TurnRows(vault);
  }

  /**
   * One coding with all decisions on it.
   *
   * @throws StoreException.NotFound if there is none
   */
  public StoredCoding find(Actor by, String id) {
    StoredCoding found = database.read(handle -> load(handle, id));
    return database.readLogged(by, "coding.read", found.client(), id, handle -> found);
  }

  /**
   * Whose coding it is; not logged.
   *
   * @throws StoreException.NotFound if there is none
   */
  public String clientOf(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT client FROM codings WHERE id = ?", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new StoreException.NotFound("coding")));
  }

  /** Ids of the entries in which somebody decided about a coding or made one; not logged. */
  public List<String> judgedEntries() {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT entry FROM decisions UNION SELECT entry FROM codings WHERE run = 0"
                        + " ORDER BY 1")
                .mapTo(String.class)
                .list());
  }

  /**
   * Writes down a decision as an event.
   *
   * @param note the person's reason, or null
   * @return the coding with the new decision
   * @throws IllegalArgumentException if a change reaches past its turn, or an undo names no
   *     decision on this coding
   */
  public StoredCoding decide(Actor by, String id, Decision.What what, @Nullable String note) {
    return database.write(
        by,
        work -> {
          CodingRow row = rows.load(work.handle(), id);
          History history = history(work.handle(), row.made().entry());
          StoredCoding coding = standing(row, history);
          switch (what) {
            case Decision.Change change -> {
              Turn turn = history.current().turns().get(coding.coding().turn());
              change.span().of(turn.text());
            }
            case Decision.Undo undo -> requireDecision(coding, undo);
            case Decision.Confirm confirm -> {}
            case Decision.Reject reject -> {}
          }
          rows.insert(
              work,
              coding,
              new Decision(
                  Ids.random(), work.next("decision"), id, what, by.account(), work.now(), note),
              history.length());
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, coding.client(), coding.entry());
          work.audit("coding.decide", coding.client(), id, what.getClass().getSimpleName());
          return load(work.handle(), id);
        });
  }

  private History history(Handle handle, String entry) {
    return turns.history(handle, entries.load(handle, entry));
  }

  private StoredCoding load(Handle handle, String id) {
    CodingRow row = rows.load(handle, id);
    return standing(row, history(handle, row.made().entry()));
  }

  private static StoredCoding standing(CodingRow row, History history) {
    return switch (row.in(history)) {
      case CodingRow.Now.Standing standing -> standing.coding();
      case CodingRow.Now.Lost lost ->
          throw new StoreException.Conflict(
              "the words of this coding were corrected away: mark the new words instead");
    };
  }

  /**
   * Keeps a coding that a person made.
   *
   * @throws IllegalArgumentException if its rater is a machine, or its quote is not what the turn
   *     says
   */
  public StoredCoding add(Actor by, String entry, Coding coding) {
    if (!(coding.rater() instanceof Rater.Human)) {
      throw new IllegalArgumentException("machine codings come with their run");
    }
    return database.write(
        by,
        work -> {
          Entry record = entries.load(work.handle(), entry);
          History history = turns.history(work.handle(), record);
          Batches.requireFits(coding, history.current());
          String id = rows.insertByHand(work, record, coding, history.length());
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, record.client(), entry);
          work.audit("coding.add", record.client(), id, "");
          return load(work.handle(), id);
        });
  }

  private static void requireDecision(StoredCoding coding, Decision.Undo undo) {
    if (coding.decisions().stream().noneMatch(earlier -> earlier.id().equals(undo.decision()))) {
      throw new IllegalArgumentException("no such decision on this coding to take back");
    }
  }
}
