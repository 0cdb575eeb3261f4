package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Band;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodingUnit;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.record.Actor;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoredCoding;
import org.throughline.research.LocalGold;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * What is known of each automatic code in this practice: precision and recall against people's
 * decisions, and the alpha of people who coded it twice in a study. Only counts leave this class.
 */
public final class LocalFigures {

  private final Store store;
  private final Studying studies;

  LocalFigures(Store store, Studying studies) {
    this.store = store;
    this.studies = studies;
  }

  /** A share with its Wilson interval at 95 %. */
  public record Share(long k, long n, double low, double high) {

    static @Nullable Share of(Tally tally) {
      if (tally.n() == 0) {
        return null;
      }
      Interval interval = Wilson.interval(tally);
      return new Share(tally.k(), tally.n(), interval.low(), interval.high());
    }
  }

  /**
   * A code's figures.
   *
   * @param precision null where nobody has judged a suggestion
   * @param recall null where nobody has coded by hand what was missed
   * @param alpha of people coding it twice; null where nobody has, or it is undefined
   * @param band "firm", "tentative", "exploratory" or "unknown"
   * @param inTrends whether it may stand in a trend unasked: not below alpha .667
   */
  public record OfCode(
      String code,
      @Nullable Share precision,
      @Nullable Share recall,
      @Nullable Double alpha,
      String band,
      boolean inTrends) {}

  /** The figures of a codebook's codes, in its order. */
  public List<OfCode> of(Actor by, Codebook codebook) {
    Map<String, LocalGold> gold = gold(by);
    Map<String, Agreement> alphas = alphas(by);
    List<OfCode> figures = new ArrayList<>();
    for (Code code : codebook.codes()) {
      LocalGold found =
          gold.getOrDefault(code.id(), new LocalGold(code.id(), Tally.NONE, Tally.NONE));
      Agreement agreement = alphas.get(code.id());
      Band band = agreement == null ? Band.UNKNOWN : Band.of(agreement);
      figures.add(
          new OfCode(
              code.id(),
              Share.of(found.precision()),
              Share.of(found.recall()),
              agreement instanceof Agreement.Estimate estimate ? (Double) estimate.value() : null,
              band.name().toLowerCase(java.util.Locale.ROOT),
              band != Band.EXPLORATORY));
    }
    return figures;
  }

  private Map<String, LocalGold> gold(Actor by) {
    List<List<StoredCoding>> entries = new ArrayList<>();
    for (String entry : store.codings().judgedEntries()) {
      String client = store.entries().clientOf(entry);
      if (store.consents().permits(client, Scope.TREATMENT_ANALYSIS)) {
        entries.add(store.entries().content(by, entry).codings());
      }
    }
    return LocalGold.of(entries);
  }

  /** From the newest study in which people coded it twice. */
  private Map<String, Agreement> alphas(Actor by) {
    Map<String, Agreement> alphas = new TreeMap<>();
    for (Studying.Open open : studies.all(by)) {
      for (CodeAgreement code : studies.agreement(by, open.id(), CodingUnit.ITEM)) {
        alphas.put(code.code(), code.agreements().getFirst());
      }
    }
    return alphas;
  }
}
