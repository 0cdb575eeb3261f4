package org.throughline.quote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads {@code 2026}, {@code 2026-03}, {@code 2026-03-31} and {@code 2026-01..2026-03}. */
final class DateRange {

  private DateRange() {}

  static Filter.Dates read(String value, int column) {
    int dots = value.indexOf("..");
    if (dots < 0) {
      return one(value, column);
    }
    LocalDate from = one(value.substring(0, dots), column).from();
    LocalDate to = one(value.substring(dots + 2), column + dots + 2).to();
    if (to.isBefore(from)) {
      throw QueryScanner.problem(column, "the first date is after the second");
    }
    return new Filter.Dates(from, to);
  }

  private static Filter.Dates one(String value, int column) {
    try {
      if (value.matches("[0-9]{4}")) {
        int year = Integer.parseInt(value);
        return new Filter.Dates(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      if (value.matches("[0-9]{4}-[0-9]{2}")) {
        YearMonth month = YearMonth.parse(value);
        return new Filter.Dates(month.atDay(1), month.atEndOfMonth());
      }
      LocalDate day = LocalDate.parse(value);
      return new Filter.Dates(day, day);
    } catch (DateTimeException notADate) {
      throw QueryScanner.problem(
          column, "a date is written 2026, 2026-03 or 2026-03-31, a span 2026-01..2026-03");
    }
  }

  /** {@code 3months}, {@code 90days}, {@code 2weeks}, {@code 1year}: up to and with today. */
  static Filter.Dates last(String value, LocalDate today, int column) {
    if (!value.matches("[0-9]{1,4}(days?|weeks?|months?|years?)")) {
      throw QueryScanner.problem(column, "say 90days, 2weeks, 3months or 1year");
    }
    int digits = 0;
    while (Character.isDigit(value.charAt(digits))) {
      digits++;
    }
    int number = Integer.parseInt(value.substring(0, digits));
    LocalDate from =
        switch (value.charAt(digits)) {
          case 'd' -> today.minusDays(number);
          case 'w' -> today.minusWeeks(number);
          case 'm' -> today.minusMonths(number);
          default -> today.minusYears(number);
        };
    return new Filter.Dates(from, today);
  }
}
