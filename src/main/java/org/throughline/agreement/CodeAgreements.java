package org.throughline.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.KrippendorffAlpha.Scale;
import org.throughline.agreement.RatedItem.CodedMark;

/**
 * Every coefficient that fits, for every code that anybody used. All codes see the same samples of
 * clients, so that their intervals can be compared.
 */
public final class CodeAgreements {

  static final String YES = "yes";
  private static final String NO = "no";

  private final List<String> raters;
  private final List<RatedItem> items;
  private final CodingUnit unit;

  /** The units of each item. */
  private final List<List<Pieces.Piece>> pieces;

  private CodeAgreements(List<String> raters, List<RatedItem> items, CodingUnit unit) {
    this.raters = List.copyOf(raters);
    this.items = List.copyOf(items);
    this.unit = unit;
    this.pieces =
        items.stream()
            .map(item -> Pieces.of(unit, Objects.requireNonNullElse(item.text(), "")))
            .toList();
    if (unit != CodingUnit.ITEM && items.stream().anyMatch(item -> item.text() == null)) {
      throw new IllegalArgumentException("only whole items can be units where texts are not known");
    }
  }

  /**
   * Agreement code by code, codes in alphabetical order.
   *
   * @param ordered constructs whose codes are steps ("assimilation.3"): they get ordinal alpha over
   *     the steps as well
   */
  public static List<CodeAgreement> of(
      List<String> raters,
      List<RatedItem> items,
      CodingUnit unit,
      Set<String> ordered,
      Resampling resampling) {
    return new CodeAgreements(raters, items, unit).all(ordered, resampling);
  }

  /** Nominal alpha alone, over whole items, by code. */
  public static Map<String, Agreement> alphas(
      List<String> raters, List<RatedItem> items, Resampling resampling) {
    var agreements = new CodeAgreements(raters, items, CodingUnit.ITEM);
    List<String> codes = List.copyOf(agreements.codes());
    List<Recount> recounts = new ArrayList<>();
    for (String code : codes) {
      recounts.add(
          Agreements.recount(
              agreements.ratings(code), List.of(new KrippendorffAlpha(Scale.NOMINAL))));
    }
    List<Agreement> found = resampling.estimate(recounts, agreements.clients());
    Map<String, Agreement> alphas = new TreeMap<>();
    for (int i = 0; i < codes.size(); i++) {
      alphas.put(codes.get(i), found.get(i));
    }
    return alphas;
  }

  private int clients() {
    return (int) items.stream().map(RatedItem::client).distinct().count();
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (RatedItem item : items) {
      for (List<CodedMark> marks : item.byRater()) {
        for (CodedMark mark : Objects.requireNonNullElse(marks, List.<CodedMark>of())) {
          codes.add(mark.code());
        }
      }
    }
    return codes;
  }

  private List<CodeAgreement> all(Set<String> ordered, Resampling resampling) {
    Set<String> codes = codes();
    List<String> names = new ArrayList<>(codes);
    List<Recount> recounts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<MarkedText> bare = items.stream().map(this::bare).toList();
    for (List<Recount> own : names.parallelStream().map(code -> recounts(code, bare)).toList()) {
      recounts.addAll(own);
      ends.add(recounts.size());
    }
    for (String construct : ordered) {
      steps(construct, codes)
          .ifPresent(
              ratings -> {
                recounts.add(
                    Agreements.recount(ratings, List.of(new KrippendorffAlpha(Scale.ORDINAL))));
                names.add(construct + " (in order)");
                ends.add(recounts.size());
              });
    }
    return collect(names, ends, recounts, resampling);
  }

  private List<CodeAgreement> collect(
      List<String> names, List<Integer> ends, List<Recount> recounts, Resampling resampling) {
    List<Agreement> agreements = resampling.estimate(recounts, clients());
    List<CodeAgreement> found = new ArrayList<>();
    int recount = 0;
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      int to = from;
      for (; recount < ends.get(i); recount++) {
        to += recounts.get(recount).measures().size();
      }
      found.add(CodeAgreement.of(names.get(i), agreements.subList(from, to)));
      from = to;
    }
    return found;
  }

  private List<Recount> recounts(String code, List<MarkedText> bare) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new KrippendorffAlpha(Scale.NOMINAL));
    measures.add(raters.size() == 2 ? new CohenKappa() : new FleissKappa());
    measures.add(new GwetAc1());
    if (raters.size() == 2) {
      measures.add(new Pabak());
    }
    List<Recount> recounts = new ArrayList<>();
    recounts.add(Agreements.recount(ratings(code), measures));
    List<MarkedText> texts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      texts.add(isMarked(items.get(i), code) ? marked(items.get(i), code) : bare.get(i));
    }
    recounts.add(new SpanF1(texts, raters.size()));
    if (items.stream().allMatch(item -> item.text() != null)) {
      recounts.add(new UnitizingAlpha(texts, raters.size()));
    }
    return recounts;
  }

  private Ratings ratings(String code) {
    Ratings.Builder ratings = Ratings.words(raters, List.of(NO, YES), unit.plural());
    int at = 0;
    for (RatedItem item : items) {
      for (Pieces.Piece piece : pieces.get(at++)) {
        @Nullable String[] row = new @Nullable String[raters.size()];
        for (int rater = 0; rater < row.length; rater++) {
          row[rater] = judgement(item.byRater().get(rater), code, piece);
        }
        ratings.add(item.client(), row);
      }
    }
    return ratings.build();
  }

  private @Nullable String judgement(
      @Nullable List<CodedMark> marks, String code, Pieces.Piece piece) {
    if (marks == null) {
      return null;
    }
    boolean contested = false;
    for (CodedMark mark : marks) {
      boolean here =
          unit == CodingUnit.ITEM
              || (mark.mark().start() < piece.end() && mark.mark().end() > piece.start());
      if (here && mark.code().equals(code)) {
        if (!mark.contested()) {
          return YES;
        }
        contested = true;
      }
    }
    return contested ? null : NO;
  }

  private static boolean isMarked(RatedItem item, String code) {
    for (List<CodedMark> marks : item.byRater()) {
      for (CodedMark mark : Objects.requireNonNullElse(marks, List.<CodedMark>of())) {
        if (mark.code().equals(code)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The item as it is for every code that nobody put on it. */
  private MarkedText bare(RatedItem item) {
    String text = item.text();
    List<List<Mark>> none = Collections.nCopies(raters.size(), List.of());
    return new MarkedText(
        item.client(), text == null || !item.ratedByAll() ? 0 : text.length(), none);
  }

  /** Of an item that one rater did not have, nobody's marks count. */
  private static MarkedText marked(RatedItem item, String code) {
    boolean all = item.ratedByAll();
    List<List<Mark>> byRater = new ArrayList<>();
    int reach = 0;
    for (List<CodedMark> marks : item.byRater()) {
      List<Mark> own = new ArrayList<>();
      for (CodedMark mark : Objects.requireNonNullElse(marks, List.<CodedMark>of())) {
        if (all && mark.code().equals(code) && !mark.contested()) {
          own.add(mark.mark());
          reach = Math.max(reach, mark.mark().end());
        }
      }
      byRater.add(own);
    }
    String text = item.text();
    return new MarkedText(item.client(), text == null ? reach : all ? text.length() : 0, byRater);
  }

  /** Each item is at the one step that a rater gave it; none where it got none or several. */
  private java.util.Optional<Ratings> steps(String construct, Set<String> codes) {
    double[] steps =
        codes.stream()
            .filter(code -> code.matches("\\Q" + construct + "\\E\\.[0-9]{1,3}"))
            .mapToDouble(code -> Double.parseDouble(code.substring(construct.length() + 1)))
            .toArray();
    if (steps.length == 0) {
      return java.util.Optional.empty();
    }
    Ratings.Builder ratings = Ratings.numbers(raters, steps, "items");
    for (RatedItem item : items) {
      @Nullable Double[] row = new @Nullable Double[raters.size()];
      for (int rater = 0; rater < row.length; rater++) {
        row[rater] = step(item.byRater().get(rater), construct);
      }
      ratings.addNumbers(item.client(), row);
    }
    return java.util.Optional.of(ratings.build());
  }

  private static @Nullable Double step(@Nullable List<CodedMark> marks, String construct) {
    Set<Double> steps = new TreeSet<>();
    for (CodedMark mark : Objects.requireNonNullElse(marks, List.<CodedMark>of())) {
      if (!mark.contested() && mark.code().matches("\\Q" + construct + "\\E\\.[0-9]{1,3}")) {
        steps.add(Double.valueOf(mark.code().substring(construct.length() + 1)));
      }
    }
    return steps.size() == 1 ? steps.iterator().next() : null;
  }
}
