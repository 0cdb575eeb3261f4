package org.throughline.transcript.source;

/** What counts as blank around speech: white space, no-break spaces and invisible marks. */
public final class Blank {

  private Blank() {}

  public static boolean is(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  /** Zero-width characters and marks of writing direction: they stay in the text, unseen. */
  public static boolean isInvisible(char c) {
    return c == '\u200B'
        || c == '\uFEFF'
        || c == '\u2060'
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
