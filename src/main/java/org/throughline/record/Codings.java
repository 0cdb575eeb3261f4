package org.throughline.record;

import org.jspecify.annotations.Nullable;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Turn;

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
    StoredCoding found = database.read(handle -> rows.load(handle, id));
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
          StoredCoding coding = rows.load(work.handle(), id);
          Entry entry = entries.load(work.handle(), coding.entry());
          switch (what) {
            case Decision.Change change -> {
              Turn turn =
                  turns.transcript(work.handle(), entry).turns().get(coding.coding().turn());
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
                  Ids.random(), work.next("decision"), id, what, by.account(), work.now(), note));
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, coding.client(), coding.entry());
          work.audit("coding.decide", coding.client(), id, what.getClass().getSimpleName());
          return rows.load(work.handle(), id);
        });
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
          var transcript = turns.transcript(work.handle(), record);
          Batches.requireFits(coding, transcript);
          String id = rows.insertByHand(work, record, coding);
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, record.client(), entry);
          work.audit("coding.add", record.client(), id, "");
          return rows.load(work.handle(), id);
        });
  }

  private static void requireDecision(StoredCoding coding, Decision.Undo undo) {
    if (coding.decisions().stream().noneMatch(earlier -> earlier.id().equals(undo.decision()))) {
      throw new IllegalArgumentException("no such decision on this coding to take back");
    }
  }
}
