package org.throughline.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people write down about clients beside the sessions: added, never changed; a later note
 * takes an earlier one back. Sealed under the client's own key like any words.
 */
public final class Notes {

  /** Makes a note's JSON within the transaction that keeps it. */
  @FunctionalInterface
  public interface Writing {

    /**
     * Checks the note against the client's earlier ones of its kind, and writes it.
     *
     * @throws IllegalArgumentException if these do not allow it; nothing is kept then
     */
    String json(Stamp stamp, List<Note> earlier);
  }

  /** Under which id, when and by whom. */
  public record Stamp(String id, Instant at, String account) {}

  private final Database database;
  private final Vault vault;
  private final NoteRows rows;

  Notes(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.rows = new NoteRows(vault);
  }

  /**
   * Adds a note.
   *
   * @param key the caller's name for the request; null for none
   * @throws StoreException.ConsentMissing if the client has not consented to {@code
   *     treatment_analysis}; nothing is kept
   * @throws StoreException.NotFound if there is no such client
   */
  public Note add(
      Actor by, String client, Note.Kind kind, Writing writing, @Nullable IdempotencyKey key) {
    database.requireRoom(0);
    String name = kind.name().toLowerCase(Locale.ROOT);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          requireConsent(work, client);
          List<Note> earlier = rows.of(work.handle(), client, kind);
          var again = Idempotency.earlier(work, key);
          if (again.isPresent()) {
            work.audit(name + ".add.again", client, again.get(), "");
            return found(earlier, again.get());
          }
          String id = Ids.random();
          String json = writing.json(new Stamp(id, work.now(), work.by().account()), earlier);
          Note note = rows.insert(work, client, kind, id, json);
          Idempotency.keep(work, key, id);
          work.audit(name + ".add", client, id, "");
          return note;
        });
  }

  /** A client's notes of one kind, in order. */
  public List<Note> of(Actor by, String client, Note.Kind kind) {
    return database.readLogged(
        by,
        kind.name().toLowerCase(Locale.ROOT) + ".list",
        client,
        null,
        handle -> {
          Clients.require(handle, client);
          return rows.of(handle, client, kind);
        });
  }

  /** Whose problem this is, whether it was entered with the client or named since; not logged. */
  public Optional<String> clientOfProblem(String problem) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT client FROM problems WHERE id = ? UNION SELECT client FROM notes WHERE"
                        + " id = ? AND kind = 'PROBLEM'",
                    problem,
                    problem)
                .mapTo(String.class)
                .findFirst());
  }

  private void requireConsent(Work work, String client) {
    if (!Consents.permits(work.handle(), vault, client, Scope.TREATMENT_ANALYSIS, work.now())) {
      throw new StoreException.ConsentMissing(Scope.TREATMENT_ANALYSIS);
    }
  }

  private static Note found(List<Note> notes, String id) {
    return notes.stream()
        .filter(note -> note.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new StoreException.Conflict("this Idempotency-Key was used for another request"));
  }
}
