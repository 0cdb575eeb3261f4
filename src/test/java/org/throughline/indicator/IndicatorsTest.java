package org.throughline.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.indicator.Sessions.decided;
import static org.throughline.indicator.Sessions.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.language.Clause;
import org.throughline.statistic.Tally;
import org.throughline.transcript.Span;

class IndicatorsTest {

  private static Tally tally(SessionInput session, Indicator indicator) {
    return Indicators.of(session).reading(indicator).tally();
  }

  @Test
  void agency_is_a_share_of_valued_self_clauses_never_of_words() {
    var session =
        session(
            1,
            "CLIENT: [I decided to go]{agency.volitional} and [I called him]{agency.act}.",
            "THERAPIST: [I decided]{agency.volitional} that too.",
            "CLIENT: [I had to]{agency.constrained}. [It happened to me]{agency.undergoer}.");
    assertThat(tally(session, Indicator.AGENCY_SHARE)).isEqualTo(new Tally(2, 4));
    assertThat(tally(session, Indicator.AGENCY_VOLITIONAL)).isEqualTo(new Tally(1, 4));
    assertThat(tally(session, Indicator.AGENCY_UNDERGOER)).isEqualTo(new Tally(1, 4));
  }

  @Test
  void kinds_of_feeling_are_counted_once_and_vague_ones_apart() {
    var session =
        session(
            1,
            "CLIENT: I was [sad]{emotion.sadness} and [down]{emotion.sadness}.",
            "CLIENT: And [scared]{emotion.fear}, just [bad]{emotion.undifferentiated_neg}.");
    assertThat(tally(session, Indicator.EMOTION_RANGE)).isEqualTo(new Tally(2, 9));
    assertThat(tally(session, Indicator.EMOTION_NEGATIVE)).isEqualTo(new Tally(3, 9));
    assertThat(tally(session, Indicator.EMOTION_UNDIFFERENTIATED)).isEqualTo(new Tally(1, 4));
  }

  @Test
  void opposite_feelings_count_as_held_together_within_one_sentence_that_joins_them() {
    assertThat(
            tally(
                session(1, "CLIENT: [sad]{emotion.sadness} but also [relieved]{emotion.relief}."),
                Indicator.EMOTION_MIXED))
        .isEqualTo(new Tally(1, 4));
    assertThat(
            tally(
                session(1, "CLIENT: [sad]{emotion.sadness}. But then [glad]{emotion.joy}."),
                Indicator.EMOTION_MIXED))
        .isEqualTo(new Tally(0, 4));
  }

  @Test
  void what_is_negated_wished_for_or_another_persons_is_no_feeling_of_the_client() {
    var plain = Attributes.PLAIN;
    var someoneElse =
        new Attributes(
            Attributes.Experiencer.OTHER,
            plain.polarity(),
            plain.reality(),
            plain.time(),
            plain.source(),
            plain.certainty(),
            false);
    var negated =
        new Attributes(
            Attributes.Experiencer.SELF,
            Clause.Polarity.NEGATED,
            plain.reality(),
            plain.time(),
            plain.source(),
            plain.certainty(),
            false);
    var bare = session(1, "CLIENT: She was afraid and I am not.");
    var fear = new Span(8, 14);
    for (Attributes attributes : List.of(someoneElse, negated)) {
      var coding = Sessions.coding("emotion.fear", 0, fear, "afraid", attributes);
      var session =
          new SessionInput(
              "s1",
              1,
              bare.date(),
              bare.kind(),
              bare.setting(),
              new CodedTranscript(bare.coded().transcript(), bare.coded().facts(), List.of(coding)),
              List.of());
      assertThat(tally(session, Indicator.EMOTION_NEGATIVE).k()).isZero();
      assertThat(Quote.of(session)).isEmpty();
    }
  }

  @Test
  void a_refusal_is_an_act_of_will_although_its_clause_is_negated() {
    var bare = session(1, "CLIENT: I didn't let him.");
    var plain = Attributes.PLAIN;
    var negated =
        new Attributes(
            plain.experiencer(),
            Clause.Polarity.NEGATED,
            plain.reality(),
            plain.time(),
            plain.source(),
            plain.certainty(),
            false);
    var coding = Sessions.coding("agency.volitional", 0, new Span(0, 12), "I didn't let", negated);
    var session =
        new SessionInput(
            "s1",
            1,
            bare.date(),
            bare.kind(),
            bare.setting(),
            new CodedTranscript(bare.coded().transcript(), bare.coded().facts(), List.of(coding)),
            List.of());
    assertThat(tally(session, Indicator.AGENCY_SHARE)).isEqualTo(new Tally(1, 1));
  }

  @Test
  void a_person_may_reject_or_change_a_coding_and_the_last_word_holds() {
    var session = session(1, "CLIENT: [I called him]{agency.act} again.");
    var span = new Span(0, 12);
    var reject = new Decision("agency.act", 0, span, Decision.Kind.REJECTED, null);
    var change = new Decision("agency.act", 0, span, Decision.Kind.CHANGED, "agency.constrained");
    assertThat(tally(decided(session, reject), Indicator.AGENCY_SHARE).n()).isZero();
    assertThat(tally(decided(session, reject, change), Indicator.AGENCY_SHARE))
        .isEqualTo(new Tally(0, 1));
    assertThat(Indicators.of(decided(session, change)).confirmed()).isEqualTo(1);
    assertThat(Indicators.of(session).confirmed()).isZero();
  }

  @Test
  void a_story_needs_five_past_events_and_survives_a_nod() {
    var story =
        session(
            1,
            "CLIENT past=3: [Last March]{coherence.time} we moved.",
            "THERAPIST: Mm-hm, go on.",
            "CLIENT past=2: [Because]{coherence.cause} he left.",
            "THERAPIST: And what did you think when you saw the house for the first time?",
            "CLIENT past=1: [After that]{coherence.time} nothing.");
    var indicators = Indicators.of(story);
    assertThat(indicators.episodes()).hasSize(1);
    assertThat(indicators.episodes().getFirst().present())
        .containsExactly("coherence.cause", "coherence.time");
    assertThat(indicators.reading(Indicator.COHERENCE_TIME).tally()).isEqualTo(new Tally(1, 5));
  }

  @Test
  void talk_outside_stories_is_not_scored_for_coherence() {
    var talk = session(1, "CLIENT past=4: [Because]{coherence.cause} he left.");
    assertThat(Indicators.of(talk).reading(Indicator.COHERENCE_CAUSE).isShown()).isFalse();
  }

  @Test
  void we_is_counted_apart() {
    var bare = session(1, "CLIENT: We decided to go.");
    var plain = Attributes.PLAIN;
    var we =
        new Attributes(
            Attributes.Experiencer.WE,
            plain.polarity(),
            plain.reality(),
            plain.time(),
            plain.source(),
            plain.certainty(),
            false);
    var coding = Sessions.coding("agency.volitional", 0, new Span(0, 10), "We decided", we);
    var session =
        new SessionInput(
            "s1",
            1,
            bare.date(),
            bare.kind(),
            bare.setting(),
            new CodedTranscript(bare.coded().transcript(), bare.coded().facts(), List.of(coding)),
            List.of());
    var indicators = Indicators.of(session);
    assertThat(indicators.reading(Indicator.AGENCY_SHARE).tally().n()).isZero();
    assertThat(indicators.turns().getFirst().shared()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void rates_are_those_of_the_turns_added_up(long seed) {
    var indicators = Indicators.of(Sessions.random(1, seed));
    for (Reading reading : indicators.readings()) {
      var interval = reading.interval();
      if (interval != null) {
        assertThat(interval.contains(reading.tally().rate()))
            .as("seed %d, %s", seed, reading.indicator())
            .isTrue();
      }
    }
    assertThat(indicators.codes().values().stream().mapToInt(Integer::intValue).sum())
        .as("seed %d", seed)
        .isEqualTo(indicators.confirmed() + indicators.suggested());
  }

  /** Whatever a figure counts can be opened, and nothing else. */
  @ParameterizedTest
  @ValueSource(longs = {55, 56, 57, 58, 59})
  void a_figure_opens_to_as_many_quotes_as_it_counts(long seed) {
    var session = Sessions.random(1, seed);
    var indicators = Indicators.of(session);
    var quotes = Quotes.of(Quote.of(session));
    for (Indicator indicator : Indicator.values()) {
      if (indicator != Indicator.EMOTION_RANGE && indicator != Indicator.EMOTION_MIXED) {
        assertThat((long) Numerator.of(indicator, indicators, quotes).size())
            .as("seed %d, %s", seed, indicator)
            .isEqualTo(indicators.reading(indicator).tally().k());
      }
    }
  }

  @Test
  void feelings_held_together_open_to_both_of_them() {
    var session =
        session(1, "CLIENT: [glad]{emotion.joy}. [sad]{emotion.sadness} yet [calm]{emotion.calm}.");
    assertThat(
            Numerator.of(
                Indicator.EMOTION_MIXED, Indicators.of(session), Quotes.of(Quote.of(session))))
        .extracting(Quote::text)
        .containsExactly("sad", "calm");
  }

  @Test
  void no_record_prints_the_words() {
    var session = session(1, "CLIENT: I was [heartbroken]{emotion.sadness}.");
    assertThat(session + " " + Quote.of(session) + Indicators.of(session) + session.coded())
        .doesNotContain("heartbroken");
    assertThat(Settled.of(session.coded().codings(), List.of()).toString())
        .doesNotContain("heartbroken");
  }
}
