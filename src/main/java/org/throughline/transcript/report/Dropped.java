package org.throughline.transcript.report;

/**
 * A part of the input that did not become speech.
 *
 * @param reason why, in words for a reader
 * @param line where it stood (for a document the paragraph), counted from 1; 0 where there is none
 * @param characters how many characters it had
 * @param text what it said, shortened to {@value #SHOWN} characters
 */
public record Dropped(String reason, int line, int characters, String text) {

  /** How much of a dropped part is quoted. */
  public static final int SHOWN = 200;

  /** Quotes the part, shortened. */
  public static Dropped of(String reason, int line, String part) {
    if (part.length() <= SHOWN) {
      return new Dropped(reason, line, part.length(), part);
    }
    int end = Character.isHighSurrogate(part.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
    return new Dropped(reason, line, part.length(), part.substring(0, end) + "…");
  }

  @Override
  public String toString() {
    return "Dropped[" + reason + ", line=" + line + ", characters=" + characters + "]";
  }
}
