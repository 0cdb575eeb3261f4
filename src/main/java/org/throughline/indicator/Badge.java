package org.throughline.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * How an automatic code fares against people in this practice: shown wherever the code's figures
 * are shown. Computed in one place, from counts.
 *
 * @param precision of its suggestions that people judged, those they let stand
 * @param recall of what people hold to be this code where somebody looked for what was missed,
 *     those that were suggested
 * @param alphas Krippendorff's alpha, of its cues against people and of people against each other;
 *     those there are
 */
public record Badge(String code, Tally precision, Tally recall, List<Alpha> alphas) {

  /** Below this alpha a code is exploratory: Krippendorff, K. (2004), p. 241. */
  public static final double TENTATIVE_FROM = .667;

  public static final double FIRM_FROM = .800;

  /** What may be made of it. */
  public enum Kind {
    /** Nobody has judged any of it here: that says nothing against the code. */
    NOT_MEASURED("not measured here"),
    /** People have judged too little of it for an alpha. */
    TOO_FEW("too few decisions here to tell"),
    /** Below .667: not in trends unless somebody asks. */
    EXPLORATORY("exploratory here"),
    /** .667 to .800. */
    TENTATIVE("tentative here"),
    /** .800 or more. */
    FIRM("firm here");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word used in the API. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String label() {
      return label;
    }
  }

  /**
   * One alpha.
   *
   * @param of whose agreement it is
   * @param ceiling whether nobody looked for what was missed, so that the true one can only be
   *     lower
   * @param low of the 95 % interval in which whole clients are drawn again; null where there is
   *     none
   * @param high null where there is none
   * @param noInterval why there is none; null where there is one
   * @param n units judged by both sides
   * @param unit of what, in the plural
   * @param clients whose they are
   * @param yes how common the code is: k of n judgements
   */
  public record Alpha(
      String of,
      boolean ceiling,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String noInterval,
      long n,
      String unit,
      int clients,
      Tally yes) {

    String says() {
      Double from = low;
      Double to = high;
      String interval =
          from == null || to == null
              ? "no interval: " + noInterval
              : String.format(Locale.ROOT, "95 %% %.2f to %.2f", from, to);
      return String.format(
          Locale.ROOT,
          "alpha of %s %s%.2f (%s; %d %s of %d %s, code in %d of %d judgements)",
          of,
          ceiling ? "at most " : "",
          value,
          interval,
          n,
          unit,
          clients,
          clients == 1 ? "client" : "clients",
          yes.k(),
          yes.n());
    }
  }

  public Badge {
    alphas = List.copyOf(alphas);
  }

  /** Of a code that nobody has judged. */
  public static Badge notMeasured(String code) {
    return new Badge(code, Tally.NONE, Tally.NONE, List.of());
  }

  /**
   * The alpha that the band follows from: the lowest. One that can only be lower in truth may lower
   * the band and never raises it: by itself it tells no more than that a code is exploratory.
   *
   * @return null where none decides
   */
  public @Nullable Alpha deciding() {
    Alpha lowest = alphas.stream().min(Comparator.comparingDouble(Alpha::value)).orElse(null);
    boolean measured = alphas.stream().anyMatch(alpha -> !alpha.ceiling());
    return measured || (lowest != null && lowest.value() < TENTATIVE_FROM) ? lowest : null;
  }

  /** What {@link #deciding} makes of it. */
  public Kind kind() {
    Alpha deciding = deciding();
    if (deciding == null) {
      return alphas.isEmpty() && precision.n() + recall.n() == 0 ? Kind.NOT_MEASURED : Kind.TOO_FEW;
    }
    return deciding.value() >= FIRM_FROM
        ? Kind.FIRM
        : deciding.value() >= TENTATIVE_FROM ? Kind.TENTATIVE : Kind.EXPLORATORY;
  }

  public boolean isExploratory() {
    return kind() == Kind.EXPLORATORY;
  }

  /** For people: "exploratory here: precision 6 of 14 (95 % 0.21 to 0.67), recall …". */
  public String says() {
    if (kind() == Kind.NOT_MEASURED) {
      return Kind.NOT_MEASURED.label();
    }
    List<String> parts = new ArrayList<>();
    parts.add("precision " + share(precision, "nobody has judged a suggestion"));
    parts.add("recall " + share(recall, "nobody has looked for what was missed"));
    alphas.forEach(alpha -> parts.add(alpha.says()));
    return kind().label() + ": " + String.join(", ", parts);
  }

  private static String share(Tally tally, String nothing) {
    if (tally.n() == 0) {
      return "not known (" + nothing + ")";
    }
    Interval interval = Wilson.interval(tally);
    return String.format(
        Locale.ROOT,
        "%d of %d (95 %% %.2f to %.2f)",
        tally.k(),
        tally.n(),
        interval.low(),
        interval.high());
  }
}
