package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a questionnaire asks people to look at. Only questionnaires raise alerts; no figure of
 * language ever does, and an alert is a prompt to look, not a judgement.
 */
public final class Alerts {

  /** By this session the score should have moved at all. */
  static final int BY_SESSION = 4;

  /**
   * One prompt to look.
   *
   * @param rule why, in plain words, with the numbers
   */
  public record Alert(String questionnaire, Kind kind, String rule) {}

  public enum Kind {
    @JsonProperty("no_improvement")
    NO_IMPROVEMENT,
    @JsonProperty("deterioration")
    DETERIORATION
  }

  private Alerts() {}

  /** For the scores of one questionnaire, in any order. */
  public static List<Alert> of(
      Questionnaire questionnaire, Questionnaire.Norm norm, List<Entry.Score> scores) {
    List<Entry.Score> ordered =
        scores.stream().sorted(Comparator.comparing(Entry.Score::date)).toList();
    List<Alert> alerts = new ArrayList<>();
    if (ordered.size() < 2) {
      return alerts;
    }
    var first = ordered.getFirst();
    var last = ordered.getLast();
    int session = session(last, ordered.size());
    if (session >= BY_SESSION && questionnaire.gain(first.value(), last.value()) <= 0) {
      alerts.add(
          new Alert(
              questionnaire.id(),
              Kind.NO_IMPROVEMENT,
              "%s was %s at first and is %s at session %d: no improvement by session %d."
                  .formatted(
                      questionnaire.name(),
                      number(first.value()),
                      number(last.value()),
                      session,
                      BY_SESSION)));
    }
    questionnaire
        .outcome(norm, first.value(), last.value())
        .filter(outcome -> outcome == Questionnaire.Outcome.DETERIORATED)
        .ifPresent(
            outcome ->
                alerts.add(
                    new Alert(
                        questionnaire.id(),
                        Kind.DETERIORATION,
                        "%s went from %s to %s: at least %s points worse (%s)."
                            .formatted(
                                questionnaire.name(),
                                number(first.value()),
                                number(last.value()),
                                number(norm.reliableChange() == null ? 0 : norm.reliableChange()),
                                norm.population()))));
    return alerts;
  }

  private static int session(Entry.Score score, int place) {
    Integer session = score.session();
    return session == null ? place : session;
  }

  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
