package org.throughline.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.revision.History;

/**
 * Codings that a person makes in one go, and takes back in one go. Either is one transaction, and
 * either leaves what was there: taking back is a decision on each coding, like any other.
 */
public final class Batches {

  /** A coding to be kept. */
  public record Made(String entry, Coding coding) {}

  private record Row(String coding, String client, String account, Instant at) {}

  private final Database database;
  private final CodingRows rows;
  private final EntryRows entries;
  private final TurnRows turns;

  Batches(Database database, Vault vault) {
    this.database = database;
    this.rows = new CodingRows(vault);
    this.entries = new EntryRows(vault);
    this.turns = new TurnRows(vault);
  }

  /**
   * Keeps all of it or nothing.
   *
   * @throws IllegalArgumentException if a rater is a machine, or a quote is not what the turn says
   */
  public CodingBatch add(Actor by, List<Made> made) {
    if (made.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to code");
    }
    String batch = Ids.random();
    Map<String, List<Coding>> byEntry = new LinkedHashMap<>();
    for (Made one : made) {
      byEntry.computeIfAbsent(one.entry(), key -> new ArrayList<>()).add(one.coding());
    }
    return database.write(
        by,
        work -> {
          Map<String, Integer> byClient = new TreeMap<>();
          byEntry.forEach(
              (id, codings) -> {
                Entry entry = entries.load(work.handle(), id);
                add(work, batch, entry, codings);
                byClient.merge(entry.client(), codings.size(), Integer::sum);
              });
          byClient.forEach(
              (client, size) -> work.audit("coding.batch", client, batch, Integer.toString(size)));
          return load(work.handle(), batch, by, rows(work.handle(), batch));
        });
  }

  private void add(Work work, String batch, Entry entry, List<Coding> codings) {
    History history = turns.history(work.handle(), entry);
    for (Coding coding : codings) {
      requireHuman(coding);
      requireFits(coding, history.current());
      String id = rows.insertByHand(work, entry, coding, history.length());
      work.execute(
          "INSERT INTO batches VALUES (?, ?, ?, ?, ?)",
          id,
          batch,
          entry.id(),
          work.by().account(),
          work.now().toString());
    }
    work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, entry.client(), entry.id());
  }

  /**
   * Takes a batch back: rejects each coding of it that still stands.
   *
   * @param clients whose codings the asker may decide on; the others stay as they are
   * @throws StoreException.NotFound if the asker has made no such batch
   * @throws StoreException.Conflict if none of it stands any more
   */
  public CodingBatch takeBack(Actor by, String batch, Set<String> clients) {
    return database.write(
        by,
        work -> {
          CodingBatch before = find(work.handle(), by, batch, clients);
          if (before.standing() == 0) {
            throw new StoreException.Conflict("nothing of this batch stands any more");
          }
          Map<String, String> changed = new LinkedHashMap<>();
          Map<String, Integer> byClient = new TreeMap<>();
          for (StoredCoding coding : before.codings()) {
            if (coding.standing() != StoredCoding.Standing.REJECTED) {
              reject(work, coding);
              changed.put(coding.entry(), coding.client());
              byClient.merge(coding.client(), 1, Integer::sum);
            }
          }
          changed.forEach(
              (entry, client) -> work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, client, entry));
          byClient.forEach(
              (client, size) ->
                  work.audit("coding.batch.undo", client, batch, Integer.toString(size)));
          return find(work.handle(), by, batch, clients);
        });
  }

  private void reject(Work work, StoredCoding coding) {
    rows.insert(
        work,
        coding,
        new Decision(
            Ids.random(),
            work.next("decision"),
            coding.id(),
            new Decision.Reject(),
            work.by().account(),
            work.now(),
            null),
        turns.history(work.handle(), entries.load(work.handle(), coding.entry())).length());
  }

  /**
   * A batch of the asker's own.
   *
   * @param clients whose codings the asker may see; the others are left out
   * @throws StoreException.NotFound if there is none, or none any more
   */
  public CodingBatch find(Actor by, String batch, Set<String> clients) {
    return database.readLogged(
        by, "coding.batch.read", null, batch, handle -> find(handle, by, batch, clients));
  }

  private CodingBatch find(Handle handle, Actor by, String batch, Set<String> clients) {
    List<Row> found =
        rows(handle, batch).stream()
            .filter(row -> row.account().equals(by.account()) && clients.contains(row.client()))
            .toList();
    if (found.isEmpty()) {
      throw new StoreException.NotFound("batch");
    }
    return load(handle, batch, by, found);
  }

  private CodingBatch load(Handle handle, String batch, Actor by, List<Row> found) {
    return new CodingBatch(
        batch,
        by.account(),
        found.getFirst().at(),
        rows.load(handle, found.stream().map(Row::coding).toList()).stream()
            .map(row -> now(handle, row))
            .toList());
  }

  /** Where its words are now; as it was made where they were corrected away. */
  private StoredCoding now(Handle handle, CodingRow row) {
    History history = turns.history(handle, entries.load(handle, row.made().entry()));
    return row.in(history) instanceof CodingRow.Now.Standing standing
        ? standing.coding()
        : row.made();
  }

  private static List<Row> rows(Handle handle, String batch) {
    return handle
        .select(
            "SELECT coding, codings.client, batches.account, batches.at FROM batches JOIN codings ON codings.id ="
                + " coding WHERE batch = ? ORDER BY batches.entry, codings.number",
            batch)
        .map(
            (row, context) ->
                new Row(
                    row.getString("coding"),
                    row.getString("client"),
                    row.getString("account"),
                    Instant.parse(row.getString("at"))))
        .list();
  }

  private static void requireHuman(Coding coding) {
    if (!(coding.rater() instanceof Rater.Human)) {
      throw new IllegalArgumentException("machine codings come with their run");
    }
  }

  /** Whether the words are those that stand there. */
  static void requireFits(Coding coding, Transcript transcript) {
    if (coding.turn() >= transcript.turns().size()
        || coding.span().end() > transcript.turns().get(coding.turn()).text().length()
        || !coding.span().of(transcript.turns().get(coding.turn()).text()).equals(coding.quote())) {
      throw new IllegalArgumentException("the quote is not what the turn says there");
    }
  }
}
