package org.throughline.exchange;

/** Names as lists show them. */
public final class Names {

  private static final int LONGEST = 200;

  private Names() {}

  /** A quote on one line, cut visibly; the name other programs expect of a selection. */
  public static String of(String quote) {
    String flat = Pointer.flat(quote);
    if (flat.codePointCount(0, flat.length()) <= LONGEST) {
      return flat;
    }
    return flat.substring(0, flat.offsetByCodePoints(0, LONGEST)).strip() + "…";
  }
}
