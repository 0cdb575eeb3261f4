package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;

/**
 * A code that the first meetings held and the latest do not. That something is no longer said is
 * easily missed, and may mean that it is over or that it cannot be said.
 *
 * @param before how often it was said in the baseline meetings, and in how many words
 * @param beforeWords client words of the baseline meetings
 * @param afterWords client words of the latest meetings, in which it was searched and not found
 * @param meetings how many meetings on each side
 */
public record Silence(String code, long before, long beforeWords, long afterWords, int meetings) {

  /** As many as the baseline has, and no meeting on both sides. */
  private static final int MEETINGS = Baseline.SESSIONS;

  /** In order of the codes; empty before there are twice as many meetings as a baseline takes. */
  public static List<Silence> in(History history, SessionKind kind) {
    List<Indicators> meetings = history.of(kind);
    List<Silence> silences = new ArrayList<>();
    if (meetings.size() < 2 * MEETINGS) {
      return silences;
    }
    List<Indicators> first = meetings.subList(0, MEETINGS);
    List<Indicators> last = meetings.subList(meetings.size() - MEETINGS, meetings.size());
    Map<String, Integer> after = codes(last);
    codes(first)
        .forEach(
            (code, before) -> {
              if (!after.containsKey(code)) {
                silences.add(new Silence(code, before, words(first), words(last), MEETINGS));
              }
            });
    return silences;
  }

  /** In plain words. */
  public String wording() {
    return "%s: %d in the first %d meetings (%s words), none in the latest %d (%s words searched)"
        .formatted(
            code,
            before,
            meetings,
            Figures.count(beforeWords),
            meetings,
            Figures.count(afterWords));
  }

  private static Map<String, Integer> codes(List<Indicators> meetings) {
    Map<String, Integer> codes = new TreeMap<>();
    meetings.forEach(m -> m.codes().forEach((code, k) -> codes.merge(code, k, Integer::sum)));
    codes.values().removeIf(k -> k == 0);
    return codes;
  }

  private static long words(List<Indicators> meetings) {
    return meetings.stream().mapToLong(Indicators::clientWords).sum();
  }
}
