package org.throughline.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.indicator.Sessions.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.SessionKind;
import org.throughline.indicator.Sessions;
import org.throughline.indicator.Setting;
import tools.jackson.databind.json.JsonMapper;

class TrajectoryTest {

  private static List<SessionInput> sessions(int... acts) {
    return IntStream.range(0, acts.length).mapToObj(i -> agency(i + 1, acts[i])).toList();
  }

  private static History history(List<SessionInput> sessions) {
    return new History("A.", sessions.stream().map(Indicators::of).toList(), List.of(), "");
  }

  private static Series agencyOf(History history) {
    return Trajectory.of(history).series(SessionKind.SESSION, Indicator.AGENCY_SHARE).orElseThrow();
  }

  private static String rung(int... acts) {
    return Wording.rung(agencyOf(history(sessions(acts))).verdict());
  }

  @Test
  void the_ladder() {
    assertThat(rung(10, 20, 30, 39)).isEqualTo("not enough sessions");
    assertThat(rung(10, 15, 20, 25, 30)).isEqualTo("tentative rise");
    assertThat(rung(10, 13, 16, 19, 22, 25, 28, 31, 34, 37)).isEqualTo("rise");
    assertThat(rung(37, 34, 31, 28, 25, 22, 19, 16, 13, 10)).isEqualTo("fall");
    assertThat(rung(20, 22, 18, 21, 19, 20, 22, 18, 21)).isEqualTo("no change distinguishable");
  }

  @Test
  void short_sessions_are_too_little_text_and_no_zeros() {
    var sessions = new ArrayList<>(sessions(10, 15, 20, 25));
    sessions.add(Sessions.session(5, "CLIENT: [I went]{agency.act} home."));
    var series = agencyOf(history(sessions));
    assertThat(series.points().getLast())
        .isEqualTo(
            new Point.TooLittleText(
                "s5",
                5,
                Sessions.START.plusDays(28),
                1,
                20,
                "clauses that act, choose or undergo"));
    assertThat(Wording.sentence(series.verdict()))
        .isEqualTo("Not enough text: 4 of 5 meetings hold enough for a trend, and it takes 5.");
  }

  @Test
  void a_missed_meeting_stays_a_gap() {
    var sessions = sessions(10, 15, 20, 25, 30);
    var missed = new History.Missed(Sessions.START.plusDays(9), SessionKind.SESSION, "ill");
    var with =
        new History("A.", sessions.stream().map(Indicators::of).toList(), List.of(missed), "");
    var series = agencyOf(with);
    assertThat(series.points()).hasSize(6);
    assertThat(series.points().get(2)).isInstanceOf(Point.Missed.class);
    assertThat(series.verdict()).isEqualTo(agencyOf(history(sessions)).verdict());
  }

  @Test
  void another_recogniser_blocks_the_trend_and_says_so() {
    var sessions = new ArrayList<>(sessions(10, 15, 20, 25, 30, 35));
    var last = sessions.removeLast();
    sessions.add(
        new SessionInput(
            last.sessionId(),
            last.number(),
            last.date(),
            last.kind(),
            new Setting("recogniser", "", "", "", java.util.Map.of()),
            last.coded(),
            List.of()));
    assertThat(Wording.sentence(agencyOf(history(sessions)).verdict()))
        .isEqualTo("Not comparable: transcript source changed between 5 and 6.");
  }

  @Test
  void the_baseline_is_the_first_three_added_up() {
    var baseline = agencyOf(history(sessions(10, 20, 30, 39, 39))).baseline().orElseThrow();
    assertThat(baseline.tally()).hasToString("60 of 120");
    assertThat(baseline.value()).isEqualTo(50);
    assertThat(baseline.sessions()).containsExactly("s1", "s2", "s3");
  }

  @Test
  void change_talk_is_not_computed_without_a_target() {
    assertThat(
            Trajectory.of(history(sessions(10, 20)))
                .series(SessionKind.SESSION, Indicator.CHANGE_TALK))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void another_session_changes_no_other_sessions_counts(long seed) {
    var random = new Random(seed);
    List<Indicators> meetings = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      meetings.add(Indicators.of(Sessions.random(i, random.nextLong())));
    }
    var before = Trajectory.of(new History("A.", meetings.subList(0, 5), List.of(), ""));
    var after = Trajectory.of(new History("A.", meetings, List.of(), ""));
    for (Series series : before.series()) {
      var longer = after.series(series.kind(), series.indicator()).orElseThrow();
      assertThat(longer.values().stream().map(Point.Value::tally).toList())
          .as("seed %d", seed)
          .startsWith(
              series.values().stream()
                  .map(Point.Value::tally)
                  .toArray(org.throughline.statistic.Tally[]::new));
    }
  }

  @Test
  void evidence_stands_in_two_panes_and_a_fall_turns_them_round() {
    var sessions = sessions(37, 34, 31, 28, 25, 22, 19, 16, 13, 10);
    var history = history(sessions);
    var quotes = sessions.stream().flatMap(session -> Quote.of(session).stream()).toList();
    var evidence = Evidence.of(agencyOf(history), history, Quotes.of(quotes));
    assertThat(evidence.claim()).startsWith("less: ");
    assertThat(evidence.supports().quotes())
        .hasSize(Evidence.SIZE)
        .allMatch(quote -> quote.code().equals("agency.undergoer"));
    assertThat(evidence.opposes().quotes())
        .hasSize(Evidence.SIZE)
        .allMatch(quote -> quote.code().equals("agency.act"));
    assertThat(evidence.supports().quotes().stream().map(Quote::sessionId).distinct()).hasSize(3);
    assertThat(evidence.supports().quotes().stream().map(Quote::sessionId).toList())
        .isEqualTo(evidence.opposes().quotes().stream().map(Quote::sessionId).toList());
  }

  @Test
  void an_empty_pane_says_what_was_searched() {
    var sessions = sessions(40, 40);
    var history = history(sessions);
    var quotes = sessions.stream().flatMap(session -> Quote.of(session).stream()).toList();
    var evidence = Evidence.of(agencyOf(history), history, Quotes.of(quotes));
    assertThat(evidence.opposes().quotes()).isEmpty();
    assertThat(evidence.opposes().searched())
        .isEqualTo(
            "0 found: searched for agency.undergoer, agency.constrained in 2 meetings, 1,680 client"
                + " words");
  }

  @Test
  void three_of_550_is_not_a_hundredth_of_a_percent() {
    assertThat(Figures.share(new org.throughline.statistic.Tally(3, 550)))
        .isEqualTo("0.55 % (3 of 550)");
    assertThat(Figures.share(new org.throughline.statistic.Tally(40, 550)))
        .isEqualTo("7.3 % (40 of 550)");
  }

  @Test
  void text_and_json_say_the_same() {
    var sessions = sessions(10, 15, 20, 25, 30);
    var trajectory = Trajectory.of(history(sessions));
    var quotes = sessions.stream().flatMap(session -> Quote.of(session).stream()).toList();
    String text = TrajectoryText.of(trajectory, quotes);
    String json = JsonMapper.shared().writeValueAsString(TrajectoryView.of(trajectory, quotes));
    assertThat(text)
        .contains("1  25 % (10 of 40; 95 % interval")
        .contains("A tentative rise, which more sessions may undo: +")
        .contains("“[I called him] and then there was")
        .contains("too little text");
    var verdict =
        JsonMapper.shared()
            .readTree(json)
            .get("series")
            .valueStream()
            .filter(series -> series.get("indicator").asString().equals("agency.share"))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.get("verdict").get("kind").asString()).isEqualTo("tentative");
    assertThat(text).contains(verdict.get("verdict").get("wording").asString());
    assertThat(verdict.get("points").get(0).get("k").asInt()).isEqualTo(10);
    assertThat(verdict.get("points").get(0).get("n").asInt()).isEqualTo(40);
  }
}
