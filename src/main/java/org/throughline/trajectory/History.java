package org.throughline.trajectory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;

/**
 * Everything a trajectory is computed from, without any text.
 *
 * @param client alias or id
 * @param meetings in any order; kept by date and number
 * @param missed meetings that did not take place
 * @param changeTarget the behaviour that change talk is about, in the client's words; "" where none
 *     is set, and then change talk is not computed
 */
public record History(
    String client, List<Indicators> meetings, List<Missed> missed, String changeTarget) {

  /** A meeting that was planned and did not take place. */
  public record Missed(LocalDate date, SessionKind kind, String reason) {
    /** Without the reason. */
    @Override
    public String toString() {
      return "Missed[" + date + "]";
    }
  }

  public History {
    meetings =
        meetings.stream()
            .sorted(
                Comparator.comparing(Indicators::date)
                    .thenComparingInt(Indicators::number)
                    .thenComparing(Indicators::sessionId))
            .toList();
    missed = missed.stream().sorted(Comparator.comparing(Missed::date)).toList();
  }

  List<Indicators> of(SessionKind kind) {
    return meetings.stream().filter(meeting -> meeting.kind() == kind).toList();
  }

  List<Indicators> of(SessionKind kind, String prompt) {
    return of(kind).stream().filter(meeting -> meeting.setting().prompt().equals(prompt)).toList();
  }

  /** Questions that texts of this kind answer, each a series of its own; "" for sessions. */
  List<String> prompts(SessionKind kind) {
    return of(kind).stream().map(meeting -> meeting.setting().prompt()).distinct().toList();
  }

  @Override
  public String toString() {
    return "History[meetings=" + meetings.size() + ", missed=" + missed.size() + "]";
  }
}
