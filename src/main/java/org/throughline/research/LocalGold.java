package org.throughline.research;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.StoredCoding;
import org.throughline.record.StoredCoding.Standing;
import org.throughline.statistic.Tally;

/**
 * How an automatic code fares against what people decided here.
 *
 * @param precision of its codings that people judged, those they let stand under this code
 * @param recall of what people hold to be this code, in entries where somebody also coded by hand
 *     and so looked for what was missed, what was found automatically. Where nobody did, 0 of 0:
 *     decisions on suggestions alone cannot tell what is missing.
 */
public record LocalGold(String code, Tally precision, Tally recall) {

  /**
   * The figures of every code that was judged.
   *
   * @param entries the codings of each entry, all decisions included
   */
  public static Map<String, LocalGold> of(List<List<StoredCoding>> entries) {
    Map<String, LocalGold> all = new TreeMap<>();
    for (List<StoredCoding> entry : entries) {
      boolean searched = entry.stream().anyMatch(stored -> !isAutomatic(stored));
      for (StoredCoding stored : entry) {
        if (isAutomatic(stored)) {
          judged(stored, searched, all);
        } else if (stored.standing() != Standing.REJECTED) {
          boolean found = entry.stream().anyMatch(other -> finds(other, stored.coding()));
          // What was found is counted once, as the suggestion that people let stand.
          add(all, stored.coding().code(), Tally.NONE, found ? Tally.NONE : new Tally(0, 1));
        }
      }
    }
    return all;
  }

  private static void judged(StoredCoding stored, boolean searched, Map<String, LocalGold> all) {
    String code = stored.coding().code();
    switch (stored.standing()) {
      case SUGGESTED -> {}
      case REJECTED -> add(all, code, new Tally(0, 1), Tally.NONE);
      case CONFIRMED -> add(all, code, new Tally(1, 1), searched ? new Tally(1, 1) : Tally.NONE);
      case CHANGED -> {
        String right = changedTo(stored);
        boolean same = right.equals(code);
        add(all, code, new Tally(same ? 1 : 0, 1), same && searched ? new Tally(1, 1) : Tally.NONE);
        if (!same && searched) {
          add(all, right, Tally.NONE, new Tally(0, 1));
        }
      }
    }
  }

  private static String changedTo(StoredCoding stored) {
    return stored
        .last()
        .map(
            decision ->
                decision.what() instanceof org.throughline.record.Decision.Change change
                    ? change.code()
                    : stored.coding().code())
        .orElse(stored.coding().code());
  }

  private static boolean isAutomatic(StoredCoding stored) {
    return !(stored.coding().rater() instanceof Rater.Human);
  }

  /** Whether a suggestion that stands has the same code on words of the hand coding. */
  private static boolean finds(StoredCoding other, Coding byHand) {
    Coding coding = other.coding();
    return isAutomatic(other)
        && other.standing() == Standing.CONFIRMED
        && coding.code().equals(byHand.code())
        && coding.turn() == byHand.turn()
        && coding.span().start() < byHand.span().end()
        && coding.span().end() > byHand.span().start();
  }

  private static void add(Map<String, LocalGold> all, String code, Tally precision, Tally recall) {
    all.merge(
        code,
        new LocalGold(code, precision, recall),
        (a, b) ->
            new LocalGold(code, a.precision().plus(b.precision()), a.recall().plus(b.recall())));
  }
}
