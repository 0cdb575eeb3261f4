package org.throughline.record;

import java.time.Instant;

/**
 * Something a person wrote down about a client beside the sessions.
 *
 * @param number rises over all notes of the store
 * @param account whose
 * @param json what was written; its shape is the writer's affair
 */
public record Note(
    String id, String client, Kind kind, long number, Instant at, String account, String json) {

  /** What it is about. */
  public enum Kind {
    /** A score, a rating, a goal, an event from outside, a review. */
    MEASURE,
    /** A problem's name, passages and stages. */
    PROBLEM,
    /** What people did with a finding. */
    CLAIM,
    /** What is set for the client as a whole. */
    PROFILE,
    /** How a session's transcript came about. */
    SETTING,
    /** What a report rests on. */
    MANIFEST
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Note[" + kind + " " + id + ", client=" + client + "]";
  }
}
