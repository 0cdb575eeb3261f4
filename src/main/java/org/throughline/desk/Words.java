package org.throughline.desk;

import java.util.List;
import java.util.stream.Stream;
import org.throughline.quote.IndexedCoding;
import org.throughline.quote.TurnSource;
import org.throughline.record.EntryContent;
import org.throughline.record.Passages;
import org.throughline.record.StoredCoding;
import org.throughline.record.Stretch;
import org.throughline.transcript.Turn;

/** The words behind one search's hits. Not for use by several threads. */
final class Words implements TurnSource {

  private final Passages passages;

  Words(Passages passages) {
    this.passages = passages;
  }

  @Override
  public void expect(List<Wanted> wanted) {
    passages.expect(
        wanted.stream().map(one -> new Stretch(one.session(), one.from(), one.to())).toList());
  }

  @Override
  public List<SourceTurn> turns(String session, int from, int to) {
    return passages.open(new Stretch(session, from, to)).stream()
        .flatMap(passage -> passage.turns().stream().map(turn -> source(turn, passage.codings())))
        .toList();
  }

  private static SourceTurn source(Turn turn, List<StoredCoding> codings) {
    return new SourceTurn(
        turn,
        codings.stream()
            .filter(stored -> stored.coding().turn() == turn.index())
            .flatMap(stored -> indexed(stored, turn.text()))
            .toList());
  }

  /** The codings that stand, as the index takes them. */
  static List<IndexedCoding> codings(EntryContent content) {
    List<Turn> turns = content.transcript().turns();
    return content.codings().stream()
        .flatMap(stored -> indexed(stored, turns.get(stored.coding().turn()).text()))
        .toList();
  }

  private static Stream<IndexedCoding> indexed(StoredCoding stored, String text) {
    return stored
        .effective(text)
        .map(
            coding ->
                new IndexedCoding(
                    stored.id(),
                    coding,
                    stored.standing() == StoredCoding.Standing.SUGGESTED
                        ? IndexedCoding.Status.SUGGESTED
                        : IndexedCoding.Status.CONFIRMED))
        .stream();
  }
}
