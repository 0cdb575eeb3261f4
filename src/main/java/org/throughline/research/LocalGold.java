package org.throughline.research;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Agreements;
import org.throughline.agreement.KrippendorffAlpha;
import org.throughline.agreement.Ratings;
import org.throughline.agreement.Resampling;
import org.throughline.statistic.Tally;

/**
 * How an automatic code fares against what people decided here.
 *
 * @param precision of its codings that people judged, those they let stand under this code
 * @param recall of what people hold to be this code, in entries where somebody also coded this
 *     construct by hand and so looked for what was missed, what was found automatically. Where
 *     nobody did, 0 of 0: decisions on suggestions alone cannot tell what is missing.
 * @param alpha Krippendorff's, cues against people, turn by turn over reviewed entries; null where
 *     fewer than {@link #FEWEST} turns carry the code
 * @param ceiling whether nobody looked for what was missed in any of these entries: the turns that
 *     nobody coded then count as people's no, and the true alpha can only be lower
 */
public record LocalGold(
    String code, Tally precision, Tally recall, @Nullable Agreement alpha, boolean ceiling) {

  /** With fewer turns that carry the code one decision would turn the band over. */
  public static final int FEWEST = 10;

  private static final List<String> ANSWERS = List.of("no", "yes");

  /** The figures of every code that was judged in some entry. */
  public static Map<String, LocalGold> of(Collection<EntryGold> entries, Resampling resampling) {
    Set<String> codes = new TreeSet<>();
    for (EntryGold entry : entries) {
      entry
          .codes()
          .forEach(
              (code, counts) -> {
                if (counts.isJudged()) {
                  codes.add(code);
                }
              });
    }
    Map<String, LocalGold> all = new TreeMap<>();
    codes.forEach(code -> all.put(code, of(code, entries, resampling)));
    return all;
  }

  private static LocalGold of(String code, Collection<EntryGold> entries, Resampling resampling) {
    Tally precision = Tally.NONE;
    Tally recall = Tally.NONE;
    Ratings.Builder ratings = Ratings.words(List.of("cues", "people"), ANSWERS, "turns");
    int carrying = 0;
    boolean ceiling = true;
    for (EntryGold entry : entries) {
      EntryGold.Counts counts = entry.codes().get(code);
      boolean searched = entry.searched().contains(EntryGold.construct(code));
      if (counts == null) {
        if (searched) {
          ratings.add(entry.client(), entry.turns(), "no", "no");
          ceiling = false;
        }
        continue;
      }
      precision = precision.plus(counts.precision());
      recall = recall.plus(counts.recall());
      if (counts.reviewed()) {
        ratings
            .add(entry.client(), counts.both(), "yes", "yes")
            .add(entry.client(), counts.cues(), "yes", "no")
            .add(entry.client(), counts.people(), "no", "yes")
            .add(entry.client(), counts.neither(), "no", "no");
        carrying += counts.both() + counts.cues() + counts.people();
        ceiling &= !searched;
      }
    }
    Agreement alpha =
        carrying < FEWEST
            ? null
            : Agreements.of(
                    ratings.build(),
                    List.of(new KrippendorffAlpha(KrippendorffAlpha.Scale.NOMINAL)),
                    resampling)
                .getFirst();
    return new LocalGold(code, precision, recall, alpha, ceiling);
  }
}
