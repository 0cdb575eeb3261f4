package org.throughline.transcript;

import org.jspecify.annotations.Nullable;

/**
 * One speaker's uninterrupted talk.
 *
 * @param index place in the transcript, from 0
 * @param label the speaker as the file writes it, null where the file names none
 * @param role who that is, null while nobody has decided
 * @param text the source's own words, line ends as LF and nothing else changed
 * @param startMs when the turn begins in the recording, in milliseconds; null where the file does
 *     not say (never interpolated)
 * @param endMs when it ends, likewise
 */
public record Turn(
    int index,
    @Nullable String label,
    @Nullable Role role,
    String text,
    @Nullable Long startMs,
    @Nullable Long endMs) {

  public Turn {
    if (index < 0) {
      throw new IllegalArgumentException("turn index " + index + " is below 0");
    }
  }

  public boolean isClient() {
    return role == Role.CLIENT;
  }

  public Turn withRole(@Nullable Role newRole) {
    return new Turn(index, label, newRole, text, startMs, endMs);
  }

  /** Never the words, never the label: turns are printed in logs by mistake. */
  @Override
  public String toString() {
    return "Turn[index=" + index + ", role=" + role + ", length=" + text.length() + "]";
  }
}
