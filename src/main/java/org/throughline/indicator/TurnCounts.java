package org.throughline.indicator;

import java.util.Map;

/**
 * What was counted in one client turn.
 *
 * @param episode number of the narrative episode it belongs to, from 0, or −1
 * @param codes how often each code counts in it
 * @param prompted how many of these codings repeat a word the therapist had just used
 * @param shared agency codings of "we", which count nowhere else
 * @param mixed pairs of opposite feelings held together
 */
public record TurnCounts(
    int turn,
    int words,
    int clauses,
    int selfClauses,
    int episode,
    Map<String, Integer> codes,
    int prompted,
    int shared,
    int mixed) {

  public TurnCounts {
    codes = Map.copyOf(codes);
  }

  int count(String code) {
    return codes.getOrDefault(code, 0);
  }

  int count(Iterable<String> several) {
    int sum = 0;
    for (String code : several) {
      sum += count(code);
    }
    return sum;
  }
}
