package org.throughline.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * When a narrative review is due. Sources differ (every four to six sessions, every eight to ten),
 * so a clinic sets its own.
 *
 * @param every so many sessions
 */
public record ReviewCadence(int every) {

  public static final ReviewCadence DEFAULT = new ReviewCadence(6);

  public ReviewCadence {
    Checks.within(every, 1, 100, "the number of sessions between reviews");
  }

  /**
   * Sessions held since the last review, or since the beginning.
   *
   * @param sessions dates of the sessions held
   */
  public int sessionsSince(List<LocalDate> sessions, List<Entry.Review> reviews) {
    LocalDate last =
        reviews.stream().map(Entry.Review::date).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    return (int) sessions.stream().filter(date -> date.isAfter(last)).count();
  }

  public boolean isDue(List<LocalDate> sessions, List<Entry.Review> reviews) {
    return sessionsSince(sessions, reviews) >= every;
  }
}
