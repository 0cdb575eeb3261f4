package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class BoardTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static LocalDate week(int week) {
    return DAY.plusWeeks(week);
  }

  private static Board board(List<? extends Entry> entries) {
    return Board.of(List.copyOf(entries), Questionnaires.shipped(), Map.of());
  }

  private static List<Entry> scores(double... values) {
    List<Entry> scores = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      scores.add(new Entry.Score("s" + i, week(i), "phq9", values[i], i + 1, 0));
    }
    return scores;
  }

  @Test
  void no_improvement_by_session_four_is_an_alert_with_its_numbers() {
    assertThat(board(scores(15, 16, 14)).alerts()).isEmpty();
    assertThat(board(scores(15, 16, 14, 15)).alerts())
        .extracting(Alerts.Alert::rule)
        .containsExactly(
            "PHQ-9 was 15 at first and is 15 at session 4: no improvement by session 4.");
    assertThat(board(scores(15, 16, 14, 13)).alerts()).isEmpty();
  }

  @Test
  void deterioration_is_an_alert_at_any_point() {
    assertThat(board(scores(10, 16)).alerts())
        .extracting(Alerts.Alert::kind)
        .containsExactly(Alerts.Kind.DETERIORATION);
  }

  @Test
  void what_is_withdrawn_counts_no_more() {
    var entries = new ArrayList<>(scores(10, 16));
    entries.add(new Entry.Withdrawn("w", week(2), "s1", "typing error"));
    assertThat(board(entries).alerts()).isEmpty();
    assertThat(board(entries).questionnaires().getFirst().scores()).hasSize(1);
  }

  @Test
  void an_alliance_dip_is_against_the_clients_own_median() {
    List<Entry> ratings = new ArrayList<>();
    int[] values = {8, 9, 8, 7, 6};
    for (int i = 0; i < values.length; i++) {
      ratings.add(new Entry.Alliance("a" + i, week(i), values[i], new Words("rushed")));
    }
    assertThat(board(ratings).alliance())
        .extracting(Board.AlliancePoint::dip)
        .containsExactly(false, false, false, false, true);
  }

  @Test
  void scaled_goals_have_t_and_described_goals_have_none() {
    var levels = Collections.nCopies(5, new Words("level"));
    var board =
        board(
            List.of(
                new Goal.Scaled("g1", DAY, new Words("to sleep"), 1, levels),
                new Goal.Described("g2", DAY, new Words("to call my sister")),
                new Goal.ScaledRating("r1", week(4), "g1", -1, Words.NONE),
                new Goal.DescribedRating(
                    "r2", week(4), "g2", Goal.Stage.NOTICEABLE_SHIFT, Words.NONE)));
    assertThat(board.goals().t()).hasSize(1);
    assertThat(board.goals().t().getFirst().t()).isCloseTo(40, within(1e-9));
    assertThat(board.goals().described().getFirst().ratings()).hasSize(1);
  }

  @Test
  void support_is_a_share_with_its_minutes_and_incidents() {
    List<Entry> occasions =
        List.of(
            support("1", Entry.Support.Grade.INDEPENDENT, 0, false),
            support("2", Entry.Support.Grade.PROMPTED, 10, true),
            support("3", Entry.Support.Grade.SUPPORTED, 30, false));
    var share = board(occasions).support();
    assertThat(share).isNotNull();
    if (share != null) {
      assertThat(share.independent()).hasToString("1 of 3");
      assertThat(share.minutes()).isEqualTo(40);
      assertThat(share.incidents()).isEqualTo(1);
    }
  }

  private static Entry support(
      String id, Entry.Support.Grade grade, int minutes, boolean incident) {
    return new Entry.Support(id, DAY, grade, minutes, incident, Words.NONE);
  }

  @Test
  void the_mean_of_the_personal_questionnaire_says_over_how_many_items() {
    var board =
        board(
            List.of(
                new Entry.PersonalItem("i1", DAY, new Words("I freeze")),
                new Entry.PersonalRating("a", DAY, "i1", 6),
                new Entry.PersonalRating("b", DAY, "i2", 5)));
    assertThat(board.personal().means()).containsExactly(new Board.Mean(DAY, 5.5, 2));
  }

  @Test
  void what_a_scale_does_not_allow_is_refused() {
    assertThatThrownBy(() -> new Entry.Alliance("a", DAY, 11, Words.NONE))
        .hasMessage("an alliance rating lies between 1 and 10, not at 11");
    assertThatThrownBy(
            () ->
                new Entry.Tracking(
                    "t",
                    DAY,
                    Words.NONE,
                    Words.NONE,
                    Words.NONE,
                    Words.NONE,
                    Words.NONE,
                    Words.NONE,
                    Words.NONE))
        .hasMessageContaining("still stuck");
  }

  @Test
  void reviews_come_due_by_the_clinics_own_cadence() {
    var cadence = new ReviewCadence(4);
    var sessions = List.of(week(0), week(1), week(2), week(3), week(4));
    assertThat(cadence.isDue(sessions.subList(0, 3), List.of())).isFalse();
    assertThat(cadence.isDue(sessions, List.of())).isTrue();
    var review = new Entry.Review("r", week(2), List.of("p1"), Words.NONE);
    assertThat(cadence.sessionsSince(sessions, List.of(review))).isEqualTo(2);
  }

  @Test
  void every_kind_of_entry_survives_json_and_prints_no_words() {
    Words secret = new Words("heartbroken");
    var levels = Collections.nCopies(5, secret);
    List<Entry> entries =
        List.of(
            new Entry.Score("1", DAY, "phq9", 12, null, 0),
            new Goal.Scaled("2", DAY, secret, 2, levels),
            new Goal.Described("3", DAY, secret),
            new Goal.ScaledRating("4", DAY, "2", 1, secret),
            new Goal.DescribedRating("5", DAY, "3", Goal.Stage.BEGINNING, secret),
            new Entry.PersonalItem("6", DAY, secret),
            new Entry.PersonalRating("7", DAY, "6", 3),
            new Entry.CheckIn("8", DAY, "p1", secret),
            new Entry.OneWord("9", DAY, secret),
            new Entry.ChapterTitle("10", DAY, secret),
            new Entry.Alliance("11", DAY, 8, secret),
            new Entry.Participation("12", DAY, Entry.Participation.Step.INITIATES, secret),
            support("13", Entry.Support.Grade.PROMPTED, 5, false),
            new Entry.Tracking("14", DAY, secret, secret, secret, secret, secret, secret, secret),
            new Entry.StoryRating("15", DAY, 2, secret),
            new Entry.Context("16", DAY, "loss", secret),
            new Entry.Review("17", DAY, List.of("p1"), secret),
            new Entry.Withdrawn("18", DAY, "1", "twice"));
    var json = JsonMapper.shared();
    String written =
        json.writerFor(new TypeReference<List<Entry>>() {}).writeValueAsString(entries);
    assertThat(written).contains("\"kind\":\"scaled_goal\"", "\"date\":\"2026-01-05\"");
    List<Entry> read = json.readValue(written, new TypeReference<List<Entry>>() {});
    assertThat(read).isEqualTo(entries);
    assertThat(entries.toString()).doesNotContain("heartbroken");
    assertThat(board(entries).toString()).doesNotContain("heartbroken");
  }
}
