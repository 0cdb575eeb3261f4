package org.throughline.deidentify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers as people say them. */
final class NumberWords {

  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("oh", "0"),
          Map.entry("o", "0"),
          Map.entry("nought", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"));
  private static final Map<String, Integer> TEENS =
      Map.of(
          "ten",
          10,
          "eleven",
          11,
          "twelve",
          12,
          "thirteen",
          13,
          "fourteen",
          14,
          "fifteen",
          15,
          "sixteen",
          16,
          "seventeen",
          17,
          "eighteen",
          18,
          "nineteen",
          19);
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60,
          "seventy", 70, "eighty", 80, "ninety", 90);
  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12),
          Map.entry("thirteenth", 13),
          Map.entry("fourteenth", 14),
          Map.entry("fifteenth", 15),
          Map.entry("sixteenth", 16),
          Map.entry("seventeenth", 17),
          Map.entry("eighteenth", 18),
          Map.entry("nineteenth", 19),
          Map.entry("twentieth", 20),
          Map.entry("thirtieth", 30));
  private static final Set<String> REPEATS = Set.of("double", "triple", "treble");

  private NumberWords() {}

  /** The digits a single word stands for: "five" 5, "twelve" 12, "forty" 40, "88" 88. */
  static Optional<String> digits(String word) {
    String digit = DIGITS.get(word);
    if (digit != null) {
      return Optional.of(digit);
    }
    Integer teen = TEENS.get(word);
    Integer tens = TENS.get(word);
    if (teen != null || tens != null) {
      return Optional.of(String.valueOf(teen != null ? teen : tens));
    }
    boolean number = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(word) : Optional.empty();
  }

  static boolean isTens(String word) {
    return TENS.containsKey(word);
  }

  static boolean isUnit(String word) {
    String digit = DIGITS.get(word);
    return digit != null && !digit.equals("0");
  }

  static boolean isRepeat(String word) {
    return REPEATS.contains(word);
  }

  static int times(String word) {
    return word.equals("double") ? 2 : 3;
  }

  /** The day of the month that "fourteenth", "14th" or "14" says; empty if none. */
  static Optional<Integer> day(String word) {
    Integer spoken = ORDINALS.get(word);
    if (spoken != null) {
      return Optional.of(spoken);
    }
    String bare = word.replaceFirst("(?:st|nd|rd|th)$", "");
    if (!bare.isEmpty() && bare.length() <= 2 && bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int day = Integer.parseInt(bare);
      return day >= 1 && day <= 31 ? Optional.of(day) : Optional.empty();
    }
    return Optional.empty();
  }

  static boolean isOrdinal(String word) {
    boolean digits = word.length() > 2 && Character.isDigit(word.charAt(0));
    return ORDINALS.containsKey(word) || (digits && day(word).isPresent());
  }
}
