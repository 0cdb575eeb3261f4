package org.throughline.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.claim.ClaimEvent;
import org.throughline.claim.ClaimState;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Board;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Trajectory;
import org.throughline.trajectory.Verdict;
import org.throughline.trajectory.Wording;

/**
 * One client of a cohort: what became of each figure, and no text at all.
 *
 * @param groups attribute to value, for subgroups
 * @param sessions how many were held
 * @param course what each figure of the sessions did
 * @param standing what the client says of it
 * @param scores questionnaire name to what became of it
 * @param oneSided figures that rise or fall and have no evidence against them
 * @param silentGoals how many goals no transcript mentions
 */
public record CohortMember(
    String client,
    Map<String, String> groups,
    int sessions,
    Map<Indicator, Course> course,
    Map<Indicator, ClaimEvent.Status> standing,
    Map<String, String> scores,
    List<Indicator> oneSided,
    int silentGoals) {

  /** What a figure did, as far as can be said. */
  public enum Course {
    RISE("rise"),
    FALL("fall"),
    NO_CHANGE("no change distinguishable"),
    TOO_FEW_SESSIONS("too few sessions"),
    TOO_LITTLE_TEXT("too little text"),
    NOT_COMPARABLE("not comparable"),
    LEFT_OUT("left out, as a code is exploratory here");

    private final String label;

    Course(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether it can be said at all: only then does a client enter a denominator. */
    boolean isEligible() {
      return this == RISE || this == FALL || this == NO_CHANGE;
    }
  }

  public CohortMember {
    groups = Map.copyOf(groups);
    course = Map.copyOf(course);
    standing = Map.copyOf(standing);
    scores = Map.copyOf(scores);
    oneSided = List.copyOf(oneSided);
  }

  /**
   * From what is kept without text.
   *
   * @param mentionedGoals ids of goals of which some transcript shares a word
   */
  public static CohortMember of(
      Trajectory trajectory,
      Map<String, String> groups,
      List<ClaimEvent> claims,
      Board board,
      Set<String> mentionedGoals) {
    Map<Indicator, Course> course = new EnumMap<>(Indicator.class);
    Map<Indicator, ClaimEvent.Status> standing = new EnumMap<>(Indicator.class);
    List<Indicator> oneSided = new ArrayList<>();
    List<Indicators> sessions =
        trajectory.history().meetings().stream()
            .filter(meeting -> meeting.kind() == SessionKind.SESSION)
            .toList();
    for (Series series : trajectory.series()) {
      if (series.kind() == SessionKind.SESSION) {
        Indicator indicator = series.indicator();
        Course its = course(series.verdict());
        course.put(indicator, its);
        standing.put(
            indicator,
            ClaimState.of(series.claim(), Wording.rung(series.verdict()), claims).status());
        if (isOneSided(its, indicator, sessions)) {
          oneSided.add(indicator);
        }
      }
    }
    return new CohortMember(
        trajectory.history().client(),
        groups,
        sessions.size(),
        course,
        standing,
        scores(board),
        oneSided,
        silentGoals(board, mentionedGoals));
  }

  private static Course course(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Change change ->
          of(change.direction() == org.throughline.trajectory.Direction.RISE);
      case Verdict.Tentative tentative ->
          of(tentative.direction() == org.throughline.trajectory.Direction.RISE);
      case Verdict.NoChangeDistinguishable none -> Course.NO_CHANGE;
      case Verdict.NotEnoughSessions sessions -> Course.TOO_FEW_SESSIONS;
      case Verdict.NotEnoughText text -> Course.TOO_LITTLE_TEXT;
      case Verdict.NotComparable comparable -> Course.NOT_COMPARABLE;
      case Verdict.LeftOut left -> Course.LEFT_OUT;
    };
  }

  private static Course of(boolean rises) {
    return rises ? Course.RISE : Course.FALL;
  }

  private static boolean isOneSided(Course course, Indicator indicator, List<Indicators> sessions) {
    if (course != Course.RISE && course != Course.FALL) {
      return false;
    }
    long supports = said(sessions, indicator.speaksFor());
    long opposes = said(sessions, indicator.speaksAgainst());
    return (supports == 0) != (opposes == 0);
  }

  private static long said(List<Indicators> sessions, List<String> codes) {
    return sessions.stream()
        .flatMap(session -> codes.stream().map(code -> session.codes().getOrDefault(code, 0)))
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static Map<String, String> scores(Board board) {
    Map<String, String> scores = new java.util.TreeMap<>();
    for (Board.Course one : board.questionnaires()) {
      String outcome = one.outcome();
      if (outcome != null) {
        scores.put(one.name(), outcome);
      }
    }
    return scores;
  }

  private static int silentGoals(Board board, Set<String> mentioned) {
    long scaled =
        board.goals().scaled().stream().filter(g -> !mentioned.contains(g.goal().id())).count();
    long described =
        board.goals().described().stream().filter(g -> !mentioned.contains(g.goal().id())).count();
    return Math.toIntExact(scaled + described);
  }
}
