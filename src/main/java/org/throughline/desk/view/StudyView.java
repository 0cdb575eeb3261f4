package org.throughline.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.Uncertainty;
import org.throughline.desk.Studying;
import org.throughline.research.StudyCode;
import org.throughline.research.Task;

/**
 * A study as researchers see it.
 *
 * @param frozen the hash it was frozen under; null while it is open
 * @param sessions how many are still in the corpus
 * @param withdrawn how many have left it since it was pinned; on a frozen study a flag that its
 *     results rest on more than may be read now
 * @param altered how many were released with another text since, and are set aside
 */
public record StudyView(
    String id,
    String name,
    String question,
    @Nullable String frozen,
    int sessions,
    int clients,
    int withdrawn,
    int altered,
    List<StudyCode> codes,
    List<String> coders) {

  public StudyView {
    codes = List.copyOf(codes);
    coders = List.copyOf(coders);
  }

  public static StudyView of(Studying.Open open) {
    return new StudyView(
        open.id(),
        open.study().name(),
        open.study().question(),
        open.study().frozen().orElse(null),
        open.corpus().sessions().size(),
        (int)
            open.corpus().sessions().values().stream()
                .map(session -> session.client())
                .distinct()
                .count(),
        open.corpus().withdrawn().size(),
        open.corpus().altered().size(),
        open.study().codes().codes(),
        List.copyOf(open.study().coders()));
  }

  /** A task in a list, without its words. */
  public record TaskView(
      String session, String duty, int number, int of, boolean finished, int codings) {}

  public static TaskView task(Task task) {
    return new TaskView(
        task.session(),
        task.duty().name().toLowerCase(Locale.ROOT),
        task.number(),
        task.of(),
        task.finished(),
        task.codings().size());
  }

  /** A code's agreement; a coefficient without a value has "undefined" with the reason. */
  public static Map<String, Object> agreement(CodeAgreement code) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("code", code.code());
    view.put("prevalence", code.prevalence());
    view.put("band", code.band().name().toLowerCase(Locale.ROOT));
    List<Object> agreements = new ArrayList<>();
    for (Agreement agreement : code.agreements()) {
      agreements.add(coefficient(agreement));
    }
    view.put("agreement", agreements);
    return view;
  }

  private static Map<String, Object> coefficient(Agreement agreement) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("measure", agreement.measure());
    view.put("n", agreement.basis().n());
    view.put("unit", agreement.basis().unit());
    view.put("clients", agreement.basis().clients());
    switch (agreement) {
      case Agreement.Undefined undefined -> view.put("undefined", undefined.because());
      case Agreement.Estimate estimate -> {
        view.put("value", estimate.value());
        switch (estimate.uncertainty()) {
          case Uncertainty.Unknown unknown -> view.put("noInterval", unknown.because());
          case Uncertainty.Bootstrapped found -> {
            view.put("low", found.interval().low());
            view.put("high", found.interval().high());
          }
        }
      }
    }
    return view;
  }
}
