package org.throughline.deidentify;

import java.util.Objects;

/**
 * One text to be de-identified.
 *
 * @param id the caller's own
 * @param text the words; offsets count its UTF-16 units
 * @param kind a turn, or the name of a file or a speaker
 */
public record Text(String id, String text, TextKind kind) {

  public Text {
    Objects.requireNonNull(id, "a text has an id");
    Objects.requireNonNull(text, "a text has words");
    Objects.requireNonNull(kind, "a text is of some kind");
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Text[" + kind + ", length=" + text.length() + "]";
  }
}
