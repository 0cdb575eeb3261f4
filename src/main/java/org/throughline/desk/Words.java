package org.throughline.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.quote.IndexedCoding;
import org.throughline.quote.TurnSource;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.StoredCoding;
import org.throughline.transcript.Turn;

/** The words behind one search's hits, each entry opened once. Not for use by several threads. */
final class Words implements TurnSource {

  private final Store store;
  private final Actor by;
  private final Map<String, List<SourceTurn>> opened = new HashMap<>();

  Words(Store store, Actor by) {
    this.store = store;
    this.by = by;
  }

  @Override
  public List<SourceTurn> turns(String session, int from, int to) {
    List<SourceTurn> turns = opened.computeIfAbsent(session, this::open);
    return turns.subList(Math.min(from, turns.size()), Math.min(to, turns.size()));
  }

  private List<SourceTurn> open(String session) {
    EntryContent content;
    try {
      content = store.entries().content(by, session);
    } catch (StoreException.NotFound gone) {
      return List.of();
    }
    List<IndexedCoding> codings = codings(content);
    return content.transcript().turns().stream()
        .map(turn -> new SourceTurn(turn, on(turn, codings)))
        .toList();
  }

  private static List<IndexedCoding> on(Turn turn, List<IndexedCoding> codings) {
    return codings.stream().filter(coding -> coding.coding().turn() == turn.index()).toList();
  }

  /** The codings that stand, as the index takes them. */
  static List<IndexedCoding> codings(EntryContent content) {
    List<Turn> turns = content.transcript().turns();
    return content.codings().stream()
        .flatMap(
            stored ->
                stored
                    .effective(turns.get(stored.coding().turn()).text())
                    .map(
                        coding ->
                            new IndexedCoding(
                                stored.id(),
                                coding,
                                stored.standing() == StoredCoding.Standing.SUGGESTED
                                    ? IndexedCoding.Status.SUGGESTED
                                    : IndexedCoding.Status.CONFIRMED))
                    .stream())
        .toList();
  }
}
