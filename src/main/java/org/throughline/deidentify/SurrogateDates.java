package org.throughline.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Dates moved by one number of days for the whole client, as far as they can be read. */
final class SurrogateDates {

  private static final int SOME_YEAR = 2001;
  private final int shift;

  SurrogateDates(int shift) {
    this.shift = shift;
  }

  /** "14 March 2019" becomes another day; what cannot be read becomes "[date]". */
  String of(String surface) {
    int month = 0;
    int day = 0;
    int year = 0;
    for (String part : Fold.word(surface).split("[^\\pL\\pN]+", -1)) {
      Integer named = Dates.MONTHS.get(part);
      if (named != null) {
        month = named;
      } else if (part.length() == 4 && part.chars().allMatch(Character::isDigit)) {
        year = Integer.parseInt(part);
      } else if (day == 0) {
        day = NumberWords.day(part).orElse(0);
      } else if (month == 0) {
        month = NumberWords.day(part).filter(n -> n <= 12).orElse(0);
      }
    }
    try {
      return moved(day, month, year);
    } catch (DateTimeException e) {
      return "[date]";
    }
  }

  private String moved(int day, int month, int year) {
    LocalDate date =
        LocalDate.of(year == 0 ? SOME_YEAR : year, month == 0 ? 7 : month, day == 0 ? 1 : day)
            .plusDays(shift);
    String name = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    Map<Boolean, String> yearText = Map.of(true, " " + date.getYear(), false, "");
    if (month == 0 && day == 0) {
      return year == 0 ? "[date]" : String.valueOf(date.getYear());
    }
    if (month == 0) {
      return "[date]";
    }
    return (day == 0 ? name : date.getDayOfMonth() + " " + name) + yearText.get(year != 0);
  }
}
