package org.throughline.desk;

import java.util.List;
import org.throughline.indicator.Quote;
import org.throughline.trajectory.Trajectory;
import org.throughline.trajectory.TrajectoryText;
import org.throughline.trajectory.TrajectoryView;

/**
 * A client's course: the trajectory with all quotes that it opens to.
 *
 * @param pseudonym for people to read; programs get the id
 */
public record Course(String pseudonym, Trajectory trajectory, List<Quote> quotes) {

  public Course {
    quotes = List.copyOf(quotes);
  }

  /** For programs. */
  public TrajectoryView view() {
    return TrajectoryView.of(trajectory, quotes);
  }

  /** For people. */
  public String text() {
    return TrajectoryText.of(trajectory, quotes);
  }

  @Override
  public String toString() {
    return "Course[" + trajectory.history() + ", quotes=" + quotes.size() + "]";
  }
}
