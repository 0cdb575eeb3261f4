package org.throughline.language;

import java.util.Locale;

/** Makes typography plain without moving a single offset. */
final class Folding {

  private Folding() {}

  /** Same length as the text: curly marks made straight, odd blanks made plain. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(plain(text.charAt(i)));
    }
    return out.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201b', '\u02bc', '`', '\u00b4' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
      case '\u00a0', '\u2009', '\u202f', '\u2003', '\u3000' -> ' ';
      default -> c;
    };
  }

  /** The form words are compared in; characters without width do not count. */
  static String word(String plainSurface) {
    StringBuilder out = null;
    for (int i = 0; i < plainSurface.length(); i++) {
      char c = plainSurface.charAt(i);
      if (isInvisible(c)) {
        if (out == null) {
          out = new StringBuilder(plainSurface.length()).append(plainSurface, 0, i);
        }
      } else if (out != null) {
        out.append(c);
      }
    }
    return (out == null ? plainSurface : out.toString()).toLowerCase(Locale.ROOT);
  }

  /** Zero-width characters, soft hyphen, bidirectional controls. */
  private static boolean isInvisible(char c) {
    return c == '\u00ad' || Character.getType(c) == Character.FORMAT;
  }
}
