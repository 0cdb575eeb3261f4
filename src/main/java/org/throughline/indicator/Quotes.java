package org.throughline.indicator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All quotes of a client that count, by meeting: long courses are opened by meeting many times.
 *
 * @param opposes for a code those that speak against it, as the codebooks say
 */
public record Quotes(Map<String, List<Quote>> bySession, Map<String, List<String>> opposes) {

  public Quotes {
    bySession = Map.copyOf(bySession);
    opposes = Map.copyOf(opposes);
  }

  /** Where no codebook says what speaks against what. */
  public static Quotes of(List<Quote> quotes) {
    return of(quotes, Map.of());
  }

  public static Quotes of(List<Quote> quotes, Map<String, List<String>> opposes) {
    return new Quotes(quotes.stream().collect(Collectors.groupingBy(Quote::sessionId)), opposes);
  }

  /**
   * Codes that speak against a rise of an indicator: those of the indicator itself, and those that
   * a codebook names as opposed to what the indicator counts.
   */
  public List<String> against(Indicator indicator) {
    return Stream.concat(
            indicator.speaksAgainst().stream(),
            indicator.speaksFor().stream()
                .flatMap(code -> opposes.getOrDefault(code, List.of()).stream())
                .filter(code -> !indicator.speaksFor().contains(code)))
        .distinct()
        .toList();
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
