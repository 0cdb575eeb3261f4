package org.throughline.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.claim.ClaimEvent;
import org.throughline.claim.ClaimState;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.measure.Board;
import org.throughline.measure.ReviewCadence;
import org.throughline.problem.Strip;
import org.throughline.report.ClientFile;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Trajectory;
import org.throughline.trajectory.TrajectoryView;
import org.throughline.trajectory.Wording;

/**
 * A client's course: the trajectory with all quotes that it opens to, the client's own measures,
 * the problems stage by stage, and what people did with findings.
 *
 * @param pseudonym for people to read; programs get the id
 * @param quotes in order
 * @param bySession the same, by meeting
 * @param mentionedGoals ids of goals of which some session shares a word
 */
public record Course(
    String pseudonym,
    Trajectory trajectory,
    List<Quote> quotes,
    Quotes bySession,
    Board board,
    List<Strip> problems,
    List<ClaimEvent> claims,
    Profile profile,
    Set<String> mentionedGoals) {

  public Course {
    quotes = List.copyOf(quotes);
    problems = List.copyOf(problems);
    claims = List.copyOf(claims);
    mentionedGoals = Set.copyOf(mentionedGoals);
  }

  /** For programs. */
  public TrajectoryView view() {
    return TrajectoryView.of(trajectory, bySession, quotes, board.context());
  }

  /** For people. */
  public String text() {
    return CourseText.of(this);
  }

  /** What reports are made from. */
  ClientFile file() {
    return new ClientFile(
        pseudonym,
        trajectory,
        bySession,
        board,
        problems,
        claims,
        new ReviewCadence(profile.reviewEvery()),
        mentionedGoals);
  }

  Optional<Series> series(String claim) {
    return trajectory.series().stream().filter(one -> one.claim().equals(claim)).findFirst();
  }

  Optional<Strip> problem(String id) {
    return problems.stream().filter(strip -> strip.problem().equals(id)).findFirst();
  }

  /** Where the claim of a series stands with reviewers and with the client. */
  ClaimState state(Series series) {
    return ClaimState.of(series.claim(), Wording.rung(series.verdict()), claims);
  }

  @Override
  public String toString() {
    return "Course[" + trajectory.history() + ", quotes=" + quotes.size() + "]";
  }
}
