package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Ten hours of talk, and one cue. */
class LongFilesTest {

  @Test
  void tenHours() {
    StringBuilder file = new StringBuilder("WEBVTT\n\n");
    for (int i = 0; i < 12_000; i++) {
      int s = i * 3;
      file.append(i + 1).append('\n');
      file.append(
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d.000 --> %02d:%02d:%02d.900\n%s: and then I said number %d\n\n",
              s / 3600,
              s / 60 % 60,
              s % 60,
              s / 3600,
              s / 60 % 60,
              s % 60 + 2 > 59 ? 59 : s % 60 + 2,
              i % 7 == 0 ? "Mara" : "Otto",
              i));
    }
    var result = Reading.of(file.toString());
    var turns = Reading.transcript(result).turns();
    assertThat(turns).hasSize(2 * ((12_000 + 6) / 7));
    assertThat(turns.getLast().text()).endsWith("number 11999");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }

  @Test
  void oneCue() {
    assertThat(Reading.turns(Reading.of("WEBVTT\n\n00:01.000 --> 00:02.000\nOtto: Hello.")))
        .isEqualTo("Otto @1000: Hello.");
    assertThat(Reading.turns(Reading.of("1\n00:00:01,000 --> 00:00:02,000\nHello.")))
        .isEqualTo("- @1000: Hello.");
    assertThat(Reading.turns(Reading.of("T: Hello."))).isEqualTo("T: Hello.");
  }
}
