package org.throughline.quote;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many turns answer, apart by code, client or month, among the permitted clients only.
 *
 * @param total turns that answer; groups by code need not add up to it
 * @param partial true when time ran out before all turns were looked at
 * @param groups largest first, of equal size by key
 */
public record Groups(int total, boolean partial, List<Group> groups) {

  public record Group(String key, int turns) {}

  /** Largest first. */
  public static Groups of(int total, boolean partial, Map<String, Integer> sums) {
    return new Groups(
        total,
        partial,
        sums.entrySet().stream()
            .map(sum -> new Group(sum.getKey(), sum.getValue()))
            .sorted(Comparator.comparingInt(Group::turns).reversed().thenComparing(Group::key))
            .toList());
  }

  public Groups {
    groups = List.copyOf(groups);
  }
}
