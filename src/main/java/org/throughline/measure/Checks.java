package org.throughline.measure;

/** What a scale allows. */
final class Checks {

  private Checks() {}

  static void within(int value, int least, int most, String what) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s lies between %d and %d, not at %d".formatted(what, least, most, value));
    }
  }
}
