package org.throughline.problem;

/**
 * Where a passage stands.
 *
 * @param start first UTF-16 unit within the turn's text
 * @param end one past the last
 */
public record Place(String sessionId, int turn, int start, int end) {

  public Place {
    if (turn < 0 || start < 0 || end <= start) {
      throw new IllegalArgumentException("a passage has a turn, and words in it");
    }
  }

  boolean overlaps(Place other) {
    return sessionId.equals(other.sessionId)
        && turn == other.turn
        && start < other.end
        && other.start < end;
  }
}
