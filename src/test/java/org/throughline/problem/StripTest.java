package org.throughline.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.Sessions;
import org.throughline.measure.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class StripTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ProblemEvent NAME =
      new ProblemEvent.Named("n", NOON, "ann", "p1", new Words("I go silent"), true);

  private final List<SessionInput> sessions = new ArrayList<>();
  private final List<ProblemEvent> events = new ArrayList<>(List.of(NAME));

  /** A session whose one turn holds a cue of the stage, linked to the problem. */
  private Place passage(int stage) {
    int number = sessions.size() + 1;
    sessions.add(
        Sessions.session(
            number, "CLIENT: And then [I went silent again]{assimilation." + stage + "} you see."));
    var place = new Place("s" + number, 0, 9, 28);
    events.add(
        new ProblemEvent.Linked("l" + number, NOON, "ann", "p1", place, new Words("I went")));
    return place;
  }

  private void confirm(Place place, double stage) {
    events.add(new ProblemEvent.Staged("c" + place.sessionId(), NOON, "ann", "p1", place, stage));
  }

  private Strip strip() {
    Map<String, Strip.Meeting> meetings = new TreeMap<>();
    sessions.forEach(s -> meetings.put(s.sessionId(), new Strip.Meeting(s.number(), s.date())));
    List<Quote> quotes = sessions.stream().flatMap(s -> Quote.of(s).stream()).toList();
    return Strip.of(events, quotes, meetings).getFirst();
  }

  @Test
  void machines_suggest_and_only_people_confirm() {
    passage(4);
    var second = passage(5);
    confirm(second, 4.5);
    assertThat(strip().passages()).extracting(Passage::suggested).containsExactly(4, 5);
    assertThat(strip().passages()).extracting(Passage::confirmed).containsExactly(null, 4.5);
    assertThat(strip().sessions()).hasSize(1);
  }

  @Test
  void no_stage_is_claimed_before_two_confirmed_passages_in_two_sessions() {
    confirm(passage(4), 4);
    assertThat(strip().reached()).isNull();
    assertThat(strip().says())
        .isEqualTo(
            "1 passages, 1 with a stage that a person confirmed, 0 with a suggested one. No stage"
                + " is claimed: that takes two confirmed passages in two sessions.");
    confirm(passage(5), 5);
    assertThat(strip().reached()).isEqualTo(4);
    assertThat(strip().says()).endsWith("Stage 4, confirmed in two sessions.");
  }

  @Test
  void a_setback_lies_between_neighbours_and_its_reason_is_a_persons() {
    confirm(passage(4), 4);
    var second = passage(2);
    confirm(second, 2);
    assertThat(strip().setbacks()).hasSize(1);
    assertThat(strip().setbacks().getFirst().drop()).isEqualTo(2);
    assertThat(strip().setbacks().getFirst().confirmed()).isTrue();
    assertThat(strip().setbacks().getFirst().reason()).isNull();
    events.add(
        new ProblemEvent.SetbackExplained(
            "e",
            NOON,
            "ann",
            "p1",
            second,
            ProblemEvent.SetbackReason.ANOTHER_STRAND,
            new Words("mother")));
    assertThat(strip().setbacks().getFirst().reason())
        .isEqualTo("the client turned to another strand of the problem");
  }

  @Test
  void a_drop_between_suggestions_is_only_a_possible_setback() {
    passage(4);
    passage(1);
    assertThat(strip().setbacks()).extracting(Strip.Setback::confirmed).containsExactly(false);
  }

  @Test
  void an_unlinked_passage_is_gone() {
    var place = passage(3);
    events.add(new ProblemEvent.Unlinked("u", NOON, "ann", "p1", place));
    assertThat(strip().passages()).isEmpty();
  }

  @Test
  void candidates_share_a_word_with_the_problem_and_are_not_linked() {
    var session =
        Sessions.session(
            1,
            "CLIENT: My drinking, [I see now why]{assimilation.4} I do it.",
            "CLIENT: The garden, [I see now why]{assimilation.4} it grows.");
    assertThat(Candidates.of(new Words("I can't stop drinking"), session))
        .extracting(Quote::turn)
        .containsExactly(0);
  }

  @Test
  void a_goal_is_mentioned_where_the_client_uses_one_of_its_words() {
    var session = Sessions.session(1, "CLIENT: I was calling her.", "THERAPIST: Your sister?");
    var transcript = session.coded().transcript();
    assertThat(Candidates.mentions(new Words("to call, calls"), transcript)).isTrue();
    assertThat(Candidates.mentions(new Words("to see my sister"), transcript)).isFalse();
  }

  @Test
  void events_survive_json_and_print_no_words() {
    passage(3);
    var type = new TypeReference<List<ProblemEvent>>() {};
    String json = JsonMapper.shared().writerFor(type).writeValueAsString(events);
    assertThat(JsonMapper.shared().readValue(json, type)).isEqualTo(events);
    assertThat(events + " " + strip()).doesNotContain("silent");
  }

  @Test
  void stages_lie_between_0_and_7() {
    assertThatThrownBy(() -> confirm(new Place("s1", 0, 0, 1), 7.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
