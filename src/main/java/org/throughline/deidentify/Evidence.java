package org.throughline.deidentify;

/** Who says that something is an identifier. */
public enum Evidence {
  /** The client's identity card. */
  CARD,
  /** A form: digits, marks, months, spelled letters. */
  FORM,
  /** A turn of phrase: "my sister …", "I work at …". */
  FRAME,
  /** A list of names or places. */
  LEXICON,
  /** A statistical name finder. */
  FINDER,
  /** Nothing but that the word is not known to be safe. */
  NOT_SAFE,
  /** Found elsewhere in the same client's texts. */
  ELSEWHERE,
  /** A reviewer. */
  REVIEWER
}
