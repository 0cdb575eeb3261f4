package org.throughline.deidentify;

/** What the lists say about a word by itself. */
enum Rating {
  /** An ordinary word and nothing else. */
  SAFE,
  /** An ordinary word that somebody or some place may be called. */
  HOMOGRAPH,
  NAME,
  PLACE,
  /** On no list. */
  UNKNOWN;

  boolean isSafe() {
    return this == SAFE || this == HOMOGRAPH;
  }
}
