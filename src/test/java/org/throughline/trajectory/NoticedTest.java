package org.throughline.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.indicator.Sessions.agency;
import static org.throughline.indicator.Sessions.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.SessionKind;
import org.throughline.indicator.Sessions;
import org.throughline.measure.Entry;
import org.throughline.measure.Words;
import org.throughline.transcript.Transcript;

/** What is easily missed: silences, first-time words, outside events, the turns around a quote. */
class NoticedTest {

  private static History history(List<SessionInput> sessions) {
    return new History("A.", sessions.stream().map(Indicators::of).toList(), List.of(), "");
  }

  @Test
  void a_code_of_the_beginning_that_is_gone_is_a_silence() {
    List<SessionInput> sessions = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      sessions.add(
          session(
              i,
              i <= 3 ? "CLIENT: I was [ashamed]{emotion.shame}." : "CLIENT: It was a long week.",
              "CLIENT: And [sad]{emotion.sadness}."));
    }
    assertThat(Silence.in(history(sessions), SessionKind.SESSION))
        .extracting(Silence::wording)
        .containsExactly(
            "emotion.shame: 3 in the first 3 meetings (15 words), none in the latest 3 (21 words"
                + " searched)");
    assertThat(Silence.in(history(sessions.subList(0, 5)), SessionKind.SESSION)).isEmpty();
  }

  @Test
  void a_word_is_new_once() {
    var sessions =
        List.of(
            session(1, "CLIENT: [Sad]{emotion.sadness}, so [sad]{emotion.sadness}."),
            session(2, "CLIENT: [Sad]{emotion.sadness} and [lonely]{emotion.loneliness}."));
    var first = FirstWords.in(sessions.stream().flatMap(s -> Quote.of(s).stream()).toList());
    assertThat(first).extracting(FirstWords::known).containsExactly(1, 2);
    assertThat(first.getLast().words()).extracting(Quote::text).containsExactly("lonely");
  }

  @Test
  void an_event_within_two_weeks_coincides_and_nothing_more_is_said() {
    var series =
        Trajectory.of(history(List.of(agency(1, 20), agency(2, 20), agency(5, 20))))
            .series(SessionKind.SESSION, Indicator.AGENCY_SHARE)
            .orElseThrow();
    var event =
        new Entry.Context("e", Sessions.START.plusDays(10), "loss", new Words("my father died"));
    assertThat(Coincidence.in(series, List.of(event)))
        .containsExactly(
            new Coincidence("s1", 1, "e", "loss", -10), new Coincidence("s2", 2, "e", "loss", -3));
  }

  @Test
  void a_quote_opens_to_the_turns_around_it() {
    var session =
        session(
            1,
            "THERAPIST: And then?",
            "CLIENT: I was [sad]{emotion.sadness}.",
            "THERAPIST: Sad.",
            "CLIENT: Yes.");
    var quote = Quote.of(session).getFirst();
    var around = Surroundings.of(quote, session.coded().transcript());
    assertThat(around.turns())
        .extracting(Surroundings.Said::text)
        .containsExactly("And then?", "I was sad.", "Sad.");
    assertThat(around.toString()).doesNotContain("sad.");
  }

  @Test
  void words_that_are_no_longer_there_are_not_shown_as_if_they_were() {
    var quote = Quote.of(session(1, "CLIENT: I was [sad]{emotion.sadness}.")).getFirst();
    assertThatThrownBy(() -> Surroundings.of(quote, new Transcript(List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not at their place")
        .hasMessageNotContaining("sad ");
  }
}
