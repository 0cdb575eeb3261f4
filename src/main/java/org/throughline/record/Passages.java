package org.throughline.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.History;

/**
 * Opens turns here and there without the rest of their entries: what a page of quotes takes. See
 * {@link Entries#quoting}. Not for use by several threads.
 */
public final class Passages {

  /** Turns in a row. */
  public record Passage(List<Turn> turns, List<StoredCoding> codings) {
    public Passage {
      turns = List.copyOf(turns);
      codings = List.copyOf(codings);
    }

    @Override
    public String toString() {
      return "Passage[turns=" + turns.size() + "]";
    }
  }

  record Opened(String client, String entry) {}

  private record Source(String client, List<StoredCoding> codings) {}

  private final Handle handle;
  private final Vault vault;
  private final TurnRows turns;
  private final CodingRows codings;
  private final List<Opened> opened;
  private final Map<String, Optional<Source>> sources = new HashMap<>();

  Passages(Handle handle, Vault vault, TurnRows turns, CodingRows codings, List<Opened> opened) {
    this.handle = handle;
    this.vault = vault;
    this.turns = turns;
    this.codings = codings;
    this.opened = opened;
  }

  /**
   * The turns with index {@code from} (inclusive) to {@code to} (exclusive), as far as they exist,
   * with the codings on them; empty when the entry has gone.
   */
  public Optional<Passage> open(String entry, int from, int to) {
    return sources
        .computeIfAbsent(entry, this::source)
        .map(
            source ->
                new Passage(
                    turns.some(handle, source.client(), entry, from, to),
                    source.codings().stream()
                        .filter(coding -> coding.coding().turn() >= from)
                        .filter(coding -> coding.coding().turn() < to)
                        .toList()));
  }

  private Optional<Source> source(String entry) {
    Optional<String> client =
        handle
            .select("SELECT client FROM entries WHERE id = ? AND retracted = 0", entry)
            .mapTo(String.class)
            .findOne()
            .filter(id -> vault.holds(id, Vault.Purpose.TEXT));
    client.ifPresent(id -> opened.add(new Opened(id, entry)));
    return client.map(id -> new Source(id, standing(id, entry)));
  }

  private List<StoredCoding> standing(String client, String entry) {
    List<CodingRow> rows = codings.newest(handle, entry);
    if (!turns.isRevised(handle, entry)) {
      return rows.stream().map(CodingRow::made).toList();
    }
    History history = turns.history(handle, client, entry);
    List<StoredCoding> standing = new ArrayList<>();
    for (CodingRow row : rows) {
      if (row.in(history) instanceof CodingRow.Now.Standing now) {
        standing.add(now.coding());
      }
    }
    return standing;
  }
}
