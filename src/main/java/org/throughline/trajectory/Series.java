package org.throughline.trajectory;

import java.util.List;
import java.util.Optional;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.SessionKind;

/**
 * One indicator over one kind of text.
 *
 * @param prompt id of the question that the texts answer; "" for sessions
 * @param points in order of time, missed meetings among them
 * @param baseline the first meetings taken together, where there are figures
 * @param equalWords for kinds of feeling: the number of words that each meeting is brought down to;
 *     0 otherwise
 */
public record Series(
    Indicator indicator,
    SessionKind kind,
    String prompt,
    List<Point> points,
    Optional<Baseline> baseline,
    long equalWords,
    Verdict verdict) {

  public Series {
    points = List.copyOf(points);
  }

  public List<Point.Value> values() {
    return points.stream()
        .filter(Point.Value.class::isInstance)
        .map(Point.Value.class::cast)
        .toList();
  }

  /**
   * The name under which people review it and clients agree or dispute: "agency.share/session",
   * "agency.share/check_in/one_question".
   */
  public String claim() {
    return indicator.id() + "/" + kind.id() + (prompt.isEmpty() ? "" : "/" + prompt);
  }

  Series with(Verdict other) {
    return new Series(indicator, kind, prompt, points, baseline, equalWords, other);
  }
}
