package org.throughline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Band;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodingUnit;
import org.throughline.agreement.Uncertainty;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;

/** Agreement for people and for programs. */
final class AgreementText {

  /** Kappa falls where a code is rare or common: below this share, or above its complement. */
  private static final double RARE = .1;

  private AgreementText() {}

  static String of(CoderFiles coders, CodingUnit unit, List<CodeAgreement> codes) {
    var text = new StringBuilder();
    text.append("Agreement of ").append(String.join(", ", coders.raters())).append('\n');
    text.append(coders.items().size())
        .append(" items; unit: ")
        .append(unit.name().toLowerCase(Locale.ROOT))
        .append("; intervals: 95 %, ")
        .append(
            coders.clientsKnown()
                ? "clients drawn again"
                : "items drawn again, as they do not say whose they are")
        .append('\n');
    if (!coders.complete()) {
      text.append("Items that nobody coded are not known and not counted: kappa and alpha come")
          .append(" out too low. Give the texts with --items.\n");
    }
    for (CodeAgreement code : codes) {
      text.append('\n').append(code.code());
      Tally prevalence = code.prevalence();
      if (prevalence.n() > 0) {
        text.append("  ").append(percent(prevalence)).append(" of judgements");
      }
      text.append("  ").append(band(code.band())).append('\n');
      for (Agreement agreement : code.agreements()) {
        text.append(line(agreement));
      }
      if (prevalence.n() > 0 && (prevalence.rate() < RARE || prevalence.rate() > 1 - RARE)) {
        text.append("  the code is ")
            .append(prevalence.rate() < RARE ? "rare" : "nearly everywhere")
            .append(
                ": kappa and alpha can be low for that alone; look at Gwet's AC1 and span F1\n");
      }
    }
    return text.toString();
  }

  private static String line(Agreement agreement) {
    String what =
        switch (agreement) {
          case Agreement.Undefined undefined -> "undefined because " + undefined.because();
          case Agreement.Estimate estimate ->
              number(estimate.value()) + "  " + interval(estimate.uncertainty());
        };
    return String.format(
        Locale.ROOT,
        "  %-31s %-28s n = %d %s, %d clients\n",
        agreement.measure(),
        what,
        agreement.basis().n(),
        agreement.basis().unit(),
        agreement.basis().clients());
  }

  private static String interval(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.Bootstrapped found -> brackets(found.interval());
      case Uncertainty.Unknown unknown -> "[no interval: " + unknown.because() + "]";
    };
  }

  private static String brackets(Interval interval) {
    return "[" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(Tally tally) {
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%)", tally.k(), tally.n(), 100 * tally.rate());
  }

  private static String band(Band band) {
    return switch (band) {
      case FIRM -> "alpha .800 or more: firm";
      case TENTATIVE -> "alpha .667 to .800: tentative conclusions only";
      case EXPLORATORY -> "alpha below .667: exploratory, kept out of trends";
      case UNKNOWN -> "no alpha";
    };
  }

  /** The same as an object. */
  static Map<String, Object> json(CoderFiles coders, CodingUnit unit, List<CodeAgreement> codes) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("raters", coders.raters());
    all.put("items", coders.items().size());
    all.put("unit", unit.name().toLowerCase(Locale.ROOT));
    all.put("complete", coders.complete());
    all.put("drawn", coders.clientsKnown() ? "clients" : "items");
    List<Object> rows = new ArrayList<>();
    for (CodeAgreement code : codes) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", code.code());
      row.put("prevalence", code.prevalence());
      row.put("band", code.band().name().toLowerCase(Locale.ROOT));
      row.put("agreement", code.agreements().stream().map(AgreementText::json).toList());
      rows.add(row);
    }
    all.put("codes", rows);
    return all;
  }

  private static Map<String, Object> json(Agreement agreement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("measure", agreement.measure());
    object.put("n", agreement.basis().n());
    object.put("unit", agreement.basis().unit());
    object.put("clients", agreement.basis().clients());
    switch (agreement) {
      case Agreement.Undefined undefined -> object.put("undefined", undefined.because());
      case Agreement.Estimate estimate -> {
        object.put("value", estimate.value());
        switch (estimate.uncertainty()) {
          case Uncertainty.Unknown unknown -> object.put("noInterval", unknown.because());
          case Uncertainty.Bootstrapped found -> {
            object.put("low", found.interval().low());
            object.put("high", found.interval().high());
            object.put("draws", found.draws());
          }
        }
      }
    }
    return object;
  }
}
