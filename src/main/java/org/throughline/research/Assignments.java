package org.throughline.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Shares sessions out. */
public final class Assignments {

  private Assignments() {}

  /**
   * Some sessions to every coder, the rest in turn to one each.
   *
   * @param twice how many sessions all coders get; a fifth of the material is the usual least
   * @return each coder's sessions
   */
  public static Map<String, List<String>> plan(
      List<String> sessions, List<String> coders, int twice, long seed) {
    if (coders.isEmpty() || twice < 0) {
      throw new IllegalArgumentException("sessions are shared out among one coder or more");
    }
    List<String> shuffled = new ArrayList<>(sessions);
    Collections.sort(shuffled);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, List<String>> plan = new LinkedHashMap<>();
    coders.forEach(coder -> plan.put(coder, new ArrayList<>()));
    for (int i = 0; i < shuffled.size(); i++) {
      if (i < twice) {
        for (List<String> own : plan.values()) {
          own.add(shuffled.get(i));
        }
      } else {
        plan.getOrDefault(coders.get(i % coders.size()), new ArrayList<>()).add(shuffled.get(i));
      }
    }
    return plan;
  }
}
