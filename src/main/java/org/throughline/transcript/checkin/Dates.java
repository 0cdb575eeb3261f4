package org.throughline.transcript.checkin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people and spreadsheets write them. */
public final class Dates {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[ ,T].*)?");
  private static final List<DateTimeFormatter> SPELLED =
      List.of(
          spelled("d MMMM uuuu"),
          spelled("d MMM uuuu"),
          spelled("MMMM d uuuu"),
          spelled("MMM d uuuu"));

  private static final int LONGEST = 40;

  private Dates() {}

  private static DateTimeFormatter spelled(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** Whether it is a date in any of these ways. */
  public static boolean isDate(String text) {
    return read(text, DateOrder.DAY_FIRST) != null || read(text, DateOrder.MONTH_FIRST) != null;
  }

  /** Which order these dates must have; null if they do not decide it, or contradict each other. */
  public static @Nullable DateOrder orderOf(List<String> dates) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String date : dates) {
      Matcher m = SLASHED.matcher(date.strip());
      if (m.matches() && !m.group(2).equals(".")) {
        dayFirst |= Integer.parseInt(m.group(1)) > 12;
        monthFirst |= Integer.parseInt(m.group(3)) > 12;
      }
    }
    if (dayFirst == monthFirst) {
      return null;
    }
    return dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Whether it can be read in two ways that differ. */
  public static boolean isAmbiguous(String date) {
    LocalDate dayFirst = read(date, DateOrder.DAY_FIRST);
    LocalDate monthFirst = read(date, DateOrder.MONTH_FIRST);
    return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
  }

  /** The date, or null if it is none. Dots are written day first wherever they are written. */
  public static @Nullable LocalDate read(String text, DateOrder order) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return null;
    }
    Matcher iso = ISO.matcher(trimmed);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher slashed = SLASHED.matcher(trimmed);
    if (slashed.matches()) {
      boolean dayFirst = order == DateOrder.DAY_FIRST || slashed.group(2).equals(".");
      String year = slashed.group(4).length() == 2 ? "20" + slashed.group(4) : slashed.group(4);
      return dayFirst
          ? date(year, slashed.group(3), slashed.group(1))
          : date(year, slashed.group(1), slashed.group(3));
    }
    String words = trimmed.replaceAll("(?i)(\\d)(?:st|nd|rd|th)\\b", "$1").replace(",", " ");
    words = words.replaceAll("\\.(?=\\s)", " ").replaceAll("\\s+", " ");
    for (DateTimeFormatter format : SPELLED) {
      try {
        return LocalDate.parse(words, format);
      } catch (DateTimeParseException e) {
        // Not written this way; the next one may fit.
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
