package org.throughline.transcript.revision;

/**
 * How much two transcripts say the same.
 *
 * @param kind what that amounts to
 * @param shared runs of words that both have
 * @param first runs of words of the one
 * @param second runs of words of the other
 */
public record Resemblance(Kind kind, int shared, int first, int second) {

  /** What a resemblance amounts to. */
  public enum Kind {
    /** The same words, in whatever format. */
    SAME,
    /** Most of the shorter is in the longer: another export, or a corrected one. */
    ANOTHER_VERSION,
    DIFFERENT
  }
}
