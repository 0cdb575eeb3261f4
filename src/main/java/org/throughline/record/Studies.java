package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The events of research studies: appended, never changed, and forgotten only for a client who
 * withdrew. What they mean is known to the research side.
 */
public final class Studies {

  private static final String TABLE = "study_events";

  /**
   * An event to be kept.
   *
   * @param client surrogate id of the client whose words it may hold; null for none
   */
  public record Appended(@Nullable String client, String json) {
    @Override
    public String toString() {
      return "Appended[]";
    }
  }

  private final Database database;
  private final Vault vault;

  Studies(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Begins a study; returns its id. */
  public String begin(Actor by, String json) {
    return database.write(
        by,
        work -> {
          String id = Ids.random();
          insert(work, id, 1, new Appended(null, json));
          work.audit("study.begin", null, id, "");
          return id;
        });
  }

  /**
   * Adds events, all or none.
   *
   * @param after the number of the last event that the asker has seen
   * @throws StoreException.Conflict if others were added since: look again
   * @throws StoreException.NotFound if there is no such study
   */
  public void append(Actor by, String study, long after, List<Appended> events) {
    database.write(
        by,
        work -> {
          long last = last(work.handle(), study);
          if (last == 0) {
            throw new StoreException.NotFound("study");
          }
          if (last != after) {
            throw new StoreException.Conflict("the study has changed meanwhile; look again");
          }
          for (Appended event : events) {
            insert(work, study, ++last, event);
          }
          work.audit("study.append", null, study, events.size() + " events");
          return true;
        });
  }

  /**
   * A study's events in order.
   *
   * @throws StoreException.NotFound if there is no such study
   */
  public List<StudyRow> events(Actor by, String study) {
    return database.readLogged(
        by,
        "study.read",
        null,
        study,
        handle -> {
          if (last(handle, study) == 0) {
            throw new StoreException.NotFound("study");
          }
          return handle
              .select("SELECT * FROM study_events WHERE study = ? ORDER BY number", study)
              .map(
                  (row, context) -> {
                    long number = row.getLong("number");
                    byte[] json =
                        vault.openResearch(TABLE, study + "/" + number, row.getBytes("sealed"));
                    return new StudyRow(
                        study,
                        number,
                        Instant.parse(row.getString("at")),
                        row.getString("account"),
                        row.getString("client"),
                        new String(json, StandardCharsets.UTF_8));
                  })
              .list();
        });
  }

  /** The ids of all studies, the oldest first. */
  public List<String> all(Actor by) {
    return database.readLogged(
        by,
        "study.list",
        null,
        null,
        handle ->
            handle
                .select("SELECT study FROM study_events WHERE number = 1 ORDER BY at, study")
                .mapTo(String.class)
                .list());
  }

  /**
   * Deletes what a study holds of a client: codings, memos, verdicts.
   *
   * @param client surrogate id
   * @return how many events
   */
  public int forget(Actor by, String study, String client) {
    return database.write(
        by,
        work -> {
          int gone =
              work.execute(
                  "DELETE FROM study_events WHERE study = ? AND client = ? AND number > 1",
                  study,
                  client);
          work.audit("study.forget", null, study, gone + " events");
          return gone;
        });
  }

  private void insert(Work work, String study, long number, Appended event) {
    work.execute(
        "INSERT INTO study_events VALUES (?, ?, ?, ?, ?, ?)",
        study,
        number,
        work.now().toString(),
        work.by().account(),
        event.client(),
        vault.sealResearch(
            TABLE, study + "/" + number, event.json().getBytes(StandardCharsets.UTF_8)));
  }

  private static long last(Handle handle, String study) {
    return handle
        .select("SELECT COALESCE(MAX(number), 0) FROM study_events WHERE study = ?", study)
        .mapTo(Long.class)
        .one();
  }
}
