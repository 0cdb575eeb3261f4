package org.throughline.measure;

import java.util.List;

/**
 * The summary score of several scaled goals: Kiresuk, T. J. and Sherman, R. E. (1968). Goal
 * attainment scaling: a general method for evaluating comprehensive community mental health
 * programs. Community Mental Health Journal 4, 443–453.
 *
 * <p>50 where all goals are met as expected. Levels are ordinal and written by those who rate them:
 * the level's words and the quotes come first, and T is never averaged over clients.
 */
public final class GoalAttainment {

  /** The correlation between goals that Kiresuk and Sherman assume. */
  private static final double RHO = 0.30;

  private GoalAttainment() {}

  /**
   * T of levels from −2 to +2 with their weights.
   *
   * @throws IllegalArgumentException if there is no goal, or not one weight for each
   */
  public static double t(List<Integer> levels, List<Double> weights) {
    if (levels.isEmpty() || levels.size() != weights.size()) {
      throw new IllegalArgumentException(
          levels.size() + " levels and " + weights.size() + " weights");
    }
    double weighted = 0;
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < levels.size(); i++) {
      double weight = weights.get(i);
      weighted += weight * levels.get(i);
      squares += weight * weight;
      sum += weight;
    }
    return 50 + 10 * weighted / Math.sqrt((1 - RHO) * squares + RHO * sum * sum);
  }
}
