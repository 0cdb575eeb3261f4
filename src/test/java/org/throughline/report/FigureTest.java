package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.indicator.Quote;

class FigureTest {

  private static String printed(int... turns) {
    List<Quote> quotes = Arrays.stream(turns).mapToObj(FigureTest::quote).toList();
    return new Figure("agency.share@s4", "45 %", "", quotes).printed();
  }

  private static Quote quote(int turn) {
    LocalDate day = LocalDate.of(2026, 1, 12);
    return new Quote("s4", 4, day, turn, 0, 1, "agency.act", "I", "I", 1, false);
  }

  @Test
  void eachTurnIsNamedOnceAndTheRestCounted() {
    assertThat(printed()).isEqualTo("45 %");
    assertThat(printed(12)).isEqualTo("45 % [4.12]");
    assertThat(printed(12, 12)).isEqualTo("45 % [4.12 ×2]");
    assertThat(printed(12, 18, 18, 20)).isEqualTo("45 % [4.12, 4.18 ×2, 4.20]");
    assertThat(printed(12, 18, 18, 20, 22, 22)).isEqualTo("45 % [4.12, 4.18 ×2, 4.20, +2]");
  }
}
