package org.throughline.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.throughline.measure.Questionnaires;
import org.throughline.measure.ReviewCadence;
import org.throughline.measure.Words;

/**
 * What is set for a client as a whole.
 *
 * @param changeTarget the behaviour that change talk is about, in the client's words; "" where none
 *     is set, and then change talk is not computed
 * @param norms questionnaire id to the norm its thresholds are taken from; the table's first where
 *     none is named
 * @param groups attribute to value, for the subgroups of a cohort
 * @param reviewEvery a narrative review is due after so many sessions
 */
public record Profile(
    Words changeTarget, Map<String, String> norms, Map<String, String> groups, int reviewEvery) {

  public static final Profile NOTHING_SET =
      new Profile(Words.NONE, Map.of(), Map.of(), ReviewCadence.DEFAULT.every());

  private static final int MOST = 60;

  public Profile {
    norms = inOrder(norms);
    groups = inOrder(groups);
  }

  /** As they were written down, so that they show in the same order every time. */
  private static Map<String, String> inOrder(Map<String, String> set) {
    if (set.values().stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a norm or a group has no value; leave it out");
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /**
   * Refuses what names no questionnaire or norm, and attributes that are no short words.
   *
   * @throws IllegalArgumentException with what to do
   */
  void check(Questionnaires questionnaires) {
    new ReviewCadence(reviewEvery);
    norms.forEach(
        (id, norm) -> {
          boolean known =
              questionnaires
                  .of(id)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "norms name a questionnaire that the table does not have"))
                  .norm(norm)
                  .isPresent();
          if (!known) {
            throw new IllegalArgumentException(
                "the table of questionnaires has no such norm of one that norms name");
          }
        });
    groups.forEach(
        (attribute, value) -> {
          if (attribute.isBlank()
              || value.isBlank()
              || attribute.length() > MOST
              || value.length() > MOST) {
            throw new IllegalArgumentException(
                "a group has an attribute and a value, each of 1 to " + MOST + " characters");
          }
        });
  }

  /** Not what groups the client belongs to. */
  @Override
  public String toString() {
    return "Profile[reviewEvery=" + reviewEvery + "]";
  }
}
