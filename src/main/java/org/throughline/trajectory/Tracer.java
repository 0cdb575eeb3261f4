package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Reading;
import org.throughline.indicator.SessionKind;
import org.throughline.statistic.Interval;

/** Lines up one indicator over the meetings of one kind. Pure; the verdict is not yet adjusted. */
final class Tracer {

  private Tracer() {}

  /** Missed meetings are of no prompt, and stand in the series without one. */
  static Series trace(History history, SessionKind kind, String prompt, Indicator indicator) {
    List<Indicators> meetings = history.of(kind, prompt);
    long equalWords = indicator.unit() == Indicator.Unit.KINDS ? equalWords(meetings) : 0;
    List<Point> points = new ArrayList<>();
    meetings.forEach(meeting -> points.add(point(meeting, indicator, equalWords)));
    history.missed().stream()
        .filter(missed -> missed.kind() == kind && prompt.isEmpty())
        .forEach(missed -> points.add(new Point.Missed(missed.date(), missed.reason())));
    points.sort(Comparator.comparing(Point::date));
    var values =
        points.stream().filter(Point.Value.class::isInstance).map(Point.Value.class::cast).toList();
    return new Series(
        indicator,
        kind,
        prompt,
        points,
        Baseline.of(indicator, values),
        equalWords,
        verdict(indicator, meetings, values));
  }

  /** The words of the shortest meeting that qualifies. */
  private static long equalWords(List<Indicators> meetings) {
    return meetings.stream()
        .map(meeting -> meeting.reading(Indicator.EMOTION_RANGE))
        .filter(Reading::isShown)
        .mapToLong(reading -> reading.tally().n())
        .min()
        .orElse(0);
  }

  private static Point point(Indicators meeting, Indicator indicator, long equalWords) {
    Reading reading = meeting.reading(indicator);
    if (!reading.isShown()) {
      var least = indicator.minimum();
      return new Point.TooLittleText(
          meeting.sessionId(),
          meeting.number(),
          meeting.date(),
          reading.material(),
          least.shown(),
          least.what());
    }
    double value;
    Interval interval = reading.interval();
    if (interval == null) {
      var kinds = Kinds.in(meeting, equalWords);
      value = kinds.expected();
      interval = kinds.interval();
    } else {
      value = reading.tally().rate() * indicator.unit().factor();
      interval = interval.times(indicator.unit().factor());
    }
    return new Point.Value(
        meeting.sessionId(),
        meeting.number(),
        meeting.date(),
        value,
        reading.tally(),
        interval,
        reading.mayEnterTrend());
  }

  private static Verdict verdict(
      Indicator indicator, List<Indicators> meetings, List<Point.Value> values) {
    List<Point.Value> enough = values.stream().filter(Point.Value::entersTrend).toList();
    if (meetings.size() < Verdict.FEWEST) {
      return new Verdict.NotEnoughSessions(enough.size());
    }
    if (enough.size() < Verdict.FEWEST) {
      return new Verdict.NotEnoughText(meetings.size(), enough.size());
    }
    var in = enough.stream().map(Point.Value::sessionId).toList();
    List<String> changes =
        changes(
            meetings.stream().filter(m -> in.contains(m.sessionId())).toList(),
            indicator.construct());
    return changes.isEmpty() ? Verdict.on(Trend.of(enough)) : new Verdict.NotComparable(changes);
  }

  private static List<String> changes(List<Indicators> meetings, String construct) {
    List<String> changes = new ArrayList<>();
    for (int i = 1; i < meetings.size(); i++) {
      var before = meetings.get(i - 1);
      var after = meetings.get(i);
      for (String what : before.setting().differences(after.setting(), construct)) {
        changes.add(what + " changed between " + before.number() + " and " + after.number());
      }
    }
    return changes;
  }
}
