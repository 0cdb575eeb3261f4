package org.throughline.deidentify;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which words are compared: small letters, no accents, straight apostrophes. */
final class Fold {

  private Fold() {}

  static String word(String surface) {
    boolean ascii = true;
    for (int i = 0; i < surface.length() && ascii; i++) {
      ascii = surface.charAt(i) < 128;
    }
    if (ascii) {
      return surface.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(surface, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case '\u2018', '\u2019', '\u02bc', '\u00b4', '`' -> out.append('\'');
        case '\u00f8' -> out.append('o');
        case '\u0142' -> out.append('l');
        case '\u0111', '\u00f0' -> out.append('d');
        case '\u00fe' -> out.append("th");
        case '\u00e6' -> out.append("ae");
        case '\u0153' -> out.append("oe");
        case '\u00df' -> out.append("ss");
        case '\u0131' -> out.append('i');
        default -> {
          int type = Character.getType(c);
          if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
