package org.throughline.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.claim.ClaimEvent;
import org.throughline.claim.ClaimState;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.measure.Board;
import org.throughline.measure.ReviewCadence;
import org.throughline.problem.Strip;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Trajectory;
import org.throughline.trajectory.Wording;

/**
 * Everything a report about one client is made from.
 *
 * @param client as the report shall name them: an alias
 * @param bySession all quotes of the client that count
 * @param mentionedGoals ids of goals of which some transcript shares a word
 */
public record ClientFile(
    String client,
    Trajectory trajectory,
    Quotes bySession,
    Board board,
    List<Strip> problems,
    List<ClaimEvent> claims,
    ReviewCadence cadence,
    Set<String> mentionedGoals) {

  public ClientFile {
    problems = List.copyOf(problems);
    claims = List.copyOf(claims);
    mentionedGoals = Set.copyOf(mentionedGoals);
  }

  /** All quotes, in order of the meetings. */
  List<Quote> quotes() {
    return trajectory.history().meetings().stream()
        .flatMap(meeting -> bySession.in(meeting).stream())
        .toList();
  }

  /** Where the claim of a series stands with reviewers and with the client. */
  ClaimState state(Series series) {
    return ClaimState.of(series.claim(), Wording.rung(series.verdict()), claims);
  }

  /**
   * The meeting with the given id.
   *
   * @throws IllegalArgumentException if the client has none
   */
  Indicators meeting(String sessionId) {
    return find(sessionId)
        .orElseThrow(() -> new IllegalArgumentException("this client has no such session"));
  }

  Optional<Indicators> find(String sessionId) {
    return trajectory.history().meetings().stream()
        .filter(meeting -> meeting.sessionId().equals(sessionId))
        .findFirst();
  }

  @Override
  public String toString() {
    return "ClientFile[" + trajectory.history() + ", " + bySession + "]";
  }
}
