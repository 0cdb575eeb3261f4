package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes ratings as the papers print them. */
final class Tables {

  private Tables() {}

  static List<String> raters(int count) {
    List<String> raters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      raters.add("rater " + (i + 1));
    }
    return raters;
  }

  /** How often rater one chose the row's category and rater two the column's. */
  static Ratings square(int[][] table) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      names.add(Integer.toString(i));
    }
    Ratings.Builder ratings = Ratings.words(raters(2), names, "units");
    int unit = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table.length; column++) {
        for (int i = 0; i < table[row][column]; i++) {
          ratings.add("client " + unit++, names.get(row), names.get(column));
        }
      }
    }
    return ratings.build();
  }

  /** Each line a rater, each digit a unit, a dot for a missing rating. */
  static Ratings lines(String... lines) {
    double[] values =
        String.join("", lines)
            .chars()
            .filter(Character::isDigit)
            .mapToDouble(c -> c - '0')
            .toArray();
    Ratings.Builder ratings = Ratings.numbers(raters(lines.length), values, "units");
    for (int unit = 0; unit < lines[0].length(); unit++) {
      int at = unit;
      ratings.addNumbers(
          "client " + unit,
          Arrays.stream(lines).map(line -> number(line.charAt(at))).toArray(Double[]::new));
    }
    return ratings.build();
  }

  private static @Nullable Double number(char c) {
    return c == '.' ? null : Double.valueOf(c - '0');
  }

  static double value(Agreement agreement) {
    assertThat(agreement).isInstanceOf(Agreement.Estimate.class);
    return ((Agreement.Estimate) agreement).value();
  }

  static double value(Ratings ratings, Measure measure) {
    return value(Agreements.of(ratings, measure));
  }

  static String undefined(Agreement agreement) {
    assertThat(agreement).isInstanceOf(Agreement.Undefined.class);
    return ((Agreement.Undefined) agreement).because();
  }
}
