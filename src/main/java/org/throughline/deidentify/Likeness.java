package org.throughline.deidentify;

import org.apache.commons.codec.language.DoubleMetaphone;

/** Whether a word is another one misheard or misspelled. */
final class Likeness {

  private Likeness() {}

  /** Same sound, or one letter more, less, different or swapped. */
  static boolean near(String word, String name) {
    if (Math.abs(word.length() - name.length()) > 3) {
      return false;
    }
    return isOneEdit(word, name) || sound(word).equals(sound(name));
  }

  private static String sound(String word) {
    // The encoder keeps state: one each time.
    String code = new DoubleMetaphone().doubleMetaphone(word);
    return code == null || code.length() < 3 ? word : code;
  }

  private static boolean isOneEdit(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int front = 0;
    while (front < Math.min(a.length(), b.length()) && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < Math.min(a.length(), b.length()) - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    int left = Math.max(a.length(), b.length()) - front - back;
    boolean swapped =
        left == 2
            && a.length() == b.length()
            && a.charAt(front) == b.charAt(front + 1)
            && a.charAt(front + 1) == b.charAt(front);
    return left <= 1 || swapped;
  }
}
