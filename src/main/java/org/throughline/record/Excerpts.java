package org.throughline.record;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Words of many entries at once: some turns of each for a page of quotes, all for the index. */
public final class Excerpts {

  private final Database database;
  private final Vault vault;
  private final Entries entries;
  private final EntryRows rows;
  private final TurnRows turns;
  private final CodingRows codings;
  private final WordRows words;

  Excerpts(Database database, Vault vault, Entries entries) {
    this.database = database;
    this.vault = vault;
    this.entries = entries;
    this.rows = new EntryRows(vault);
    this.turns = new TurnRows(vault);
    this.codings = new CodingRows(vault);
    this.words = new WordRows(vault);
  }

  /**
   * Entries as the index takes them in, in the order asked for: one event in the log for all. Left
   * out are those that are gone, taken back, or of a client who is being erased.
   */
  public List<EntryWords> forIndex(Actor by, List<String> ids) {
    return database.readLogged(
        by,
        "index.read",
        null,
        null,
        handle -> {
          List<EntryWords> found = new ArrayList<>();
          for (String id : ids) {
            rows.find(handle, id)
                .filter(entry -> !entry.retracted())
                .ifPresent(entry -> found.add(withWords(handle, entry)));
          }
          return found;
        });
  }

  private EntryWords withWords(Handle handle, Entry entry) {
    EntryContent content = entries.load(handle, entry);
    return new EntryWords(content, words.load(handle, entry, content.transcript()));
  }

  /**
   * Lets somebody open passages here and there. What was opened is in the log, in one transaction,
   * before the result is handed out.
   *
   * @param action for the log: "quote.search"
   * @param detail for the log; holds no words
   */
  public <T> T quoting(
      Actor by, String action, @Nullable String client, String detail, Quoting<T> asking) {
    List<Passages.Opened> opened = new ArrayList<>();
    T result =
        database.read(handle -> asking.ask(new Passages(handle, vault, turns, codings, opened)));
    database.write(
        by,
        work -> {
          work.audit(action, client, null, detail);
          opened.forEach(one -> work.audit("quote.read", one.client(), one.entry(), ""));
          return true;
        });
    return result;
  }

  /** What is done with passages. */
  @FunctionalInterface
  public interface Quoting<T> {
    T ask(Passages passages);
  }
}
