package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoomVttTest {

  private static final String CALL =
      """
      WEBVTT

      1
      00:00:01.230 --> 00:00:04.100
      Unni Berg: So here's the thing:

      2
      00:00:04.100 --> 00:00:06.000
      Unni Berg: we start at 17:30 &amp; end at 18:00.

      3
      00:00:06.500 --> 00:00:08.000
      Maple: Okay. [inaudible 00:00:07] I looked at https://example.org.

      4
      00:00:08.100 --> 00:00:09.000
      And I told her: no.

      NOTE recorded somewhere

      5
      00:00:10.000 --> 00:00:11.000
      +44 7700 900123: Hello?
      """;

  @Test
  void joinsTheCuesOfOneSpeaker() {
    var result = Reading.of(CALL);
    assertThat(Reading.turns(result))
        .isEqualTo(
            """
            Unni Berg @1230: So here's the thing: we start at 17:30 & end at 18:00.
            Maple @6500: Okay. I looked at https://example.org. And I told her: no.
            +44 7700 900123 @10000: Hello?""");
    assertThat(Reading.report(result).dialect()).isEqualTo("zoom-vtt");
  }

  @Test
  void flagsWhatWasCarriedOverAndListsWhatWasDropped() {
    var result = Reading.of(CALL);
    var report = Reading.report(result);
    assertThat(report.carriedOver()).hasSize(1);
    var guess = report.carriedOver().getFirst();
    assertThat(guess.span().of(Reading.transcript(result).turns().get(guess.turn()).text()))
        .isEqualTo("And I told her: no.");
    assertThat(Reading.dropped(result))
        .isEqualTo(
            """
            tag, not a word: [inaudible 00:00:07]
            note, shown to nobody: NOTE recorded somewhere""");
    assertThat(report.notes()).anyMatch(note -> note.contains("telephone"));
    assertThat(report.conservation().holds()).isTrue();
  }
}
