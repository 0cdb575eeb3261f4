package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Rater;
import org.throughline.desk.Asking.Asked;
import org.throughline.desk.view.BatchView;
import org.throughline.quote.CodingPlan;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.Hits;
import org.throughline.record.Batches;
import org.throughline.record.Store;

/**
 * Codes what a search has found, many turns in one go. A person's coding stands without anybody's
 * yes; a batch is taken back as one, by an event on each of its codings.
 */
public final class Marking {

  /** One hit of a search. */
  public record Place(String entry, int turn) {}

  /** What coding the hits of a search came to. */
  public record Coded(BatchView batch, int skipped) {}

  private final Store store;
  private final Indexes indexes;
  private final HandCodings hand;
  private final Quoting quoting;
  private final Asking asking;

  Marking(Store store, Indexes indexes, Quoting quoting, Asking asking, HandCodings hand) {
    this.store = store;
    this.indexes = indexes;
    this.hand = hand;
    this.quoting = quoting;
    this.asking = asking;
  }

  /**
   * Codes the marked words of every turn that answers, in one batch.
   *
   * @param only of these turns alone; null for all that answer
   * @throws IllegalArgumentException if the code is in no codebook, if nothing answers, or if more
   *     turns answer than can be coded in one go
   */
  public Coded code(
      Asker asker, Question question, @Nullable List<Place> only, String code, String why) {
    hand.requireCode(code);
    Asked asked = asking.read(asker, question);
    Expression what = only == null ? asked.what() : asked.what().and(among(only));
    Hits hits =
        quoting.quote(
            asker, "quote.code", asked, words -> indexes.words().all(what, asked.visible(), words));
    if (hits.partial() || !hits.exact()) {
      throw new IllegalArgumentException(
          "more turns answer than can be coded in one go; ask less, so that you see what you code");
    }
    var rater = new Rater.Human(asker.by().account());
    CodingPlan plan = CodingPlan.of("", code, rater, why, hits.hits());
    List<Batches.Made> made = new ArrayList<>();
    plan.additions().forEach(one -> made.add(new Batches.Made(one.session(), one.coding())));
    BatchView batch = BatchView.of(store.batches().add(asker.by(), made));
    indexes.wake();
    return new Coded(batch, plan.skipped());
  }

  private static Expression among(List<Place> places) {
    Map<String, Set<Integer>> turns = new HashMap<>();
    for (Place place : places) {
      turns.computeIfAbsent(place.entry(), entry -> new HashSet<>()).add(place.turn());
    }
    return new Expression.Where(new Filter.Turns(turns));
  }

  /** A batch of the asker's own. */
  public BatchView batch(Asker asker, String batch) {
    return BatchView.of(store.batches().find(asker.by(), batch, asker.clients()));
  }

  /** Takes a batch back. */
  public BatchView takeBack(Asker asker, String batch) {
    BatchView gone = BatchView.of(store.batches().takeBack(asker.by(), batch, asker.clients()));
    indexes.wake();
    return gone;
  }
}
