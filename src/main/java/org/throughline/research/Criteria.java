package org.throughline.research;

import java.util.Set;

/**
 * Which released sessions a study is about.
 *
 * @param fromDay first day of a client's treatment, 0 for the beginning
 * @param toDay last day, included
 * @param leastWords client words that a session has at least
 * @param sessionsPerClient at most so many of each client, drawn at random
 * @param clients at most so many clients, drawn at random
 * @param only surrogate ids of the clients in question; empty for all
 */
public record Criteria(
    int fromDay, int toDay, int leastWords, int sessionsPerClient, int clients, Set<String> only) {

  public static final Criteria ALL =
      new Criteria(
          Integer.MIN_VALUE, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Set.of());

  public Criteria {
    if (fromDay > toDay || sessionsPerClient < 1 || clients < 1 || leastWords < 0) {
      throw new IllegalArgumentException("these criteria let no session through");
    }
    only = Set.copyOf(only);
  }
}
