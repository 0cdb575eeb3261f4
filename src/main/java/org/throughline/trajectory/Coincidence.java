package org.throughline.trajectory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.throughline.measure.Entry;

/**
 * Something from outside that lies close to a meeting: a figure near it may have to do with it. It
 * says that two things coincide, never that one caused the other.
 *
 * @param category "medication", "job", "loss"
 * @param days from the event to the meeting; below 0 where the meeting came first
 */
public record Coincidence(String sessionId, int number, String event, String category, long days) {

  /** Days on either side that count as close. */
  static final int NEAR = 14;

  /** All pairs of a value and an event close to it, in order of time. */
  public static List<Coincidence> in(Series series, List<Entry.Context> events) {
    return series.values().stream()
        .flatMap(
            value ->
                events.stream()
                    .filter(event -> Math.abs(days(event.date(), value.date())) <= NEAR)
                    .map(
                        event ->
                            new Coincidence(
                                value.sessionId(),
                                value.number(),
                                event.id(),
                                event.category(),
                                days(event.date(), value.date()))))
        .toList();
  }

  /** The same for all meetings of a client, whether or not they have a figure. */
  public static List<Coincidence> in(History history, List<Entry.Context> events) {
    return history.meetings().stream()
        .flatMap(
            meeting ->
                events.stream()
                    .filter(event -> Math.abs(days(event.date(), meeting.date())) <= NEAR)
                    .map(
                        event ->
                            new Coincidence(
                                meeting.sessionId(),
                                meeting.number(),
                                event.id(),
                                event.category(),
                                days(event.date(), meeting.date()))))
        .toList();
  }

  private static long days(LocalDate event, LocalDate meeting) {
    return ChronoUnit.DAYS.between(event, meeting);
  }
}
