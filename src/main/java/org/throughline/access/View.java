package org.throughline.access;

/** How much of a client's words may show, from little to much. */
public enum View {
  /** None: names, dates, consents, counts of things. */
  NO_WORDS,
  /** Counts and paraphrase, not the words themselves. */
  PARAPHRASE,
  /** De-identified words that were released to research. */
  RELEASED,
  /** The words, with direct identifiers replaced by tags. */
  TAGGED,
  /** The words as they were said. */
  FULL
}
