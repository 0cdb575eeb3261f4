package org.throughline.quote;

import java.util.List;

/**
 * How many turns answer, apart by code, client or month, among the permitted clients only.
 *
 * @param total turns that answer; groups by code need not add up to it
 * @param partial true when time ran out before all turns were looked at
 * @param groups largest first, of equal size by key
 */
public record Groups(int total, boolean partial, List<Group> groups) {

  public record Group(String key, int turns) {}

  public Groups {
    groups = List.copyOf(groups);
  }
}
