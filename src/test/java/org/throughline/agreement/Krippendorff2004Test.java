package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.throughline.agreement.KrippendorffAlpha.Scale;

/**
 * Krippendorff, K. (2004). Content Analysis, 2nd ed., ch. 11; (2011) Computing Krippendorff's
 * alpha-reliability, section C: four observers, twelve units, some ratings missing. Printed:
 * nominal .743, ordinal .815, interval .849; further digits from an independent implementation.
 */
class Krippendorff2004Test {

  private static final Ratings TWELVE =
      Tables.lines(
          "123321412...", //
          "1233224125.3",
          ".3332342251.",
          "12332441251.");

  @Test
  void nominal() {
    assertThat(Tables.value(TWELVE, new KrippendorffAlpha(Scale.NOMINAL)))
        .isCloseTo(.743421052631579, within(1e-12));
  }

  @Test
  void ordinal() {
    assertThat(Tables.value(TWELVE, new KrippendorffAlpha(Scale.ORDINAL)))
        .isCloseTo(.8153875037548814, within(1e-12));
  }

  @Test
  void interval() {
    assertThat(Tables.value(TWELVE, new KrippendorffAlpha(Scale.INTERVAL)))
        .isCloseTo(.8491071428571428, within(1e-12));
  }

  /** Section A: two observers, ten units, binary: alpha .095. */
  @Test
  void binary_data_of_two_observers() {
    Ratings ratings = Tables.lines("0100000000", "1110010100");
    assertThat(Tables.value(ratings, new KrippendorffAlpha(Scale.NOMINAL)))
        .isCloseTo(.095, within(.0005));
  }

  @Test
  void is_undefined_without_variation() {
    assertThat(
            Tables.undefined(
                Agreements.of(Tables.lines("111", "111"), new KrippendorffAlpha(Scale.NOMINAL))))
        .contains("without variation");
  }

  @Test
  void is_undefined_where_nothing_was_judged_twice() {
    assertThat(
            Tables.undefined(
                Agreements.of(Tables.lines("12..", "..12"), new KrippendorffAlpha(Scale.ORDINAL))))
        .isEqualTo("no unit was judged twice");
  }
}
