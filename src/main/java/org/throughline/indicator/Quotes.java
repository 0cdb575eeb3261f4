package org.throughline.indicator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All quotes of a client that count, by meeting: long courses are opened by meeting many times. */
public record Quotes(Map<String, List<Quote>> bySession) {

  public Quotes {
    bySession = Map.copyOf(bySession);
  }

  public static Quotes of(List<Quote> quotes) {
    return new Quotes(quotes.stream().collect(Collectors.groupingBy(Quote::sessionId)));
  }

  /** Those of one meeting, in order; none where nothing was found. */
  public List<Quote> in(Indicators meeting) {
    return bySession.getOrDefault(meeting.sessionId(), List.of());
  }

  @Override
  public String toString() {
    return "Quotes[meetings=" + bySession.size() + "]";
  }
}
