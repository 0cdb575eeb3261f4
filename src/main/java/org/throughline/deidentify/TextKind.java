package org.throughline.deidentify;

/** What sort of text it is; names of files and speakers have no sentences to go by. */
public enum TextKind {
  TURN,
  LABEL,
  FILE
}
