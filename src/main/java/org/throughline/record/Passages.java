package org.throughline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.History;

/**
 * Opens turns here and there without the rest of their entries: what a page of quotes takes. See
 * {@link Excerpts#quoting}. Not for use by several threads.
 */
public final class Passages {

  /** Stretches in one statement. */
  private static final int AT_ONCE = 200;

  /** Turns in a row. */
  public record Passage(List<Turn> turns, List<StoredCoding> codings) {
    public Passage {
      turns = List.copyOf(turns);
      codings = List.copyOf(codings);
    }

    /** As far as it lies within a stretch. */
    Passage within(Stretch stretch) {
      return new Passage(
          turns.stream()
              .filter(turn -> turn.index() >= stretch.from() && turn.index() < stretch.to())
              .toList(),
          codings.stream()
              .filter(coding -> coding.coding().turn() >= stretch.from())
              .filter(coding -> coding.coding().turn() < stretch.to())
              .toList());
    }

    @Override
    public String toString() {
      return "Passage[turns=" + turns.size() + "]";
    }
  }

  record Opened(String client, String entry) {}

  private final Handle handle;
  private final Vault vault;
  private final TurnRows turns;
  private final CodingRows codings;
  private final List<Opened> opened;

  /** By entry; none for one that has gone. */
  private final Map<String, Optional<String>> clients = new HashMap<>();

  private final Map<Stretch, Optional<Passage>> ready = new HashMap<>();

  Passages(Handle handle, Vault vault, TurnRows turns, CodingRows codings, List<Opened> opened) {
    this.handle = handle;
    this.vault = vault;
    this.turns = turns;
    this.codings = codings;
    this.opened = opened;
  }

  /** Opens what will be asked for together, in a few statements instead of a few for each. */
  public void expect(Collection<Stretch> wanted) {
    List<Stretch> fresh =
        wanted.stream().distinct().filter(stretch -> !ready.containsKey(stretch)).toList();
    for (int at = 0; at < fresh.size(); at += AT_ONCE) {
      read(fresh.subList(at, Math.min(fresh.size(), at + AT_ONCE)));
    }
  }

  /**
   * The turns of a stretch, as far as they exist, with the codings on them; empty when the entry
   * has gone.
   */
  public Optional<Passage> open(Stretch stretch) {
    expect(List.of(stretch));
    return ready.getOrDefault(stretch, Optional.empty());
  }

  private void read(List<Stretch> stretches) {
    List<String> entries = stretches.stream().map(Stretch::entry).distinct().toList();
    findClients(entries.stream().filter(entry -> !clients.containsKey(entry)).toList());
    List<Stretch> there =
        stretches.stream().filter(one -> client(one.entry()).isPresent()).toList();
    Set<String> revised = turns.revised(handle, entries);
    Map<String, Passage> whole = new HashMap<>();
    for (Stretch one : there) {
      if (revised.contains(one.entry())) {
        whole.computeIfAbsent(one.entry(), this::revised);
      }
    }
    List<Stretch> asStored = there.stream().filter(one -> !revised.contains(one.entry())).toList();
    if (!asStored.isEmpty()) {
      Map<String, List<Turn>> texts = turns.some(handle, asStored);
      Map<String, List<CodingRow>> marks = codings.newest(handle, asStored);
      for (Stretch one : asStored) {
        whole.put(one.entry(), passage(texts.get(one.entry()), marks.get(one.entry())));
      }
    }
    for (Stretch one : stretches) {
      ready.put(one, Optional.ofNullable(whole.get(one.entry())).map(all -> all.within(one)));
    }
  }

  private static Passage passage(@Nullable List<Turn> turns, @Nullable List<CodingRow> codings) {
    return new Passage(
        turns == null ? List.of() : turns,
        codings == null ? List.of() : codings.stream().map(CodingRow::made).toList());
  }

  private Optional<String> client(String entry) {
    return clients.getOrDefault(entry, Optional.empty());
  }

  private void findClients(List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    entries.forEach(entry -> clients.put(entry, Optional.empty()));
    handle
        .createQuery("SELECT id, client FROM entries WHERE retracted = 0 AND id IN (<entries>)")
        .bindList("entries", entries)
        .map((row, context) -> new Opened(row.getString("client"), row.getString("id")))
        .list()
        .stream()
        .filter(one -> vault.holds(one.client(), Vault.Purpose.TEXT))
        .forEach(
            one -> {
              clients.put(one.entry(), Optional.of(one.client()));
              opened.add(one);
            });
  }

  /** Where something was put right, only the whole text says what stands where. */
  private Passage revised(String entry) {
    History history = turns.history(handle, client(entry).orElseThrow(), entry);
    List<StoredCoding> standing = new ArrayList<>();
    for (CodingRow row : codings.newest(handle, entry)) {
      if (row.in(history) instanceof CodingRow.Now.Standing now) {
        standing.add(now.coding());
      }
    }
    return new Passage(history.current().turns(), standing);
  }
}
