package org.throughline.exchange;

import java.util.Locale;

/**
 * How a program counts positions in a text. The standard says code points from 0, the end
 * exclusive; programs differ, and only the quotes tell.
 *
 * @param markCounted whether a byte order mark is the first position
 * @param lineEnd what a line end counts
 * @param unit what is counted
 * @param endIncluded whether the end position is that of the last character
 */
public record Reading(boolean markCounted, LineEnd lineEnd, Unit unit, boolean endIncluded) {

  /** What a line end counts. */
  public enum LineEnd {
    /** CR LF two positions, LF one: what is in the file. */
    AS_WRITTEN,
    /** CR LF one position. */
    ONE,
    /** LF two positions, as if it were CR LF. */
    TWO
  }

  /** What is counted. */
  public enum Unit {
    CODE_POINTS,
    UTF_16,
    UTF_8_BYTES
  }

  /** What the specification says. */
  public static final Reading STANDARD =
      new Reading(false, LineEnd.AS_WRITTEN, Unit.CODE_POINTS, false);

  /** For people: "UTF-16 units, CR LF counted as one". */
  public String inWords() {
    StringBuilder words = new StringBuilder(unit.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (lineEnd != LineEnd.AS_WRITTEN) {
      words.append(
          lineEnd == LineEnd.ONE ? ", CR LF counted as one" : ", line ends counted as two");
    }
    if (markCounted) {
      words.append(", byte order mark counted");
    }
    return words.append(endIncluded ? ", end included" : ", end exclusive").toString();
  }
}
