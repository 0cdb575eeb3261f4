package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Sessions;
import org.throughline.measure.Board;
import org.throughline.measure.Questionnaires;
import org.throughline.report.CohortMember.Course;
import org.throughline.trajectory.History;
import org.throughline.trajectory.Trajectory;
import tools.jackson.databind.json.JsonMapper;

class CohortReportTest {

  private static final Indicator AGENCY = Indicator.AGENCY_SHARE;

  private static List<CohortMember> members(
      int many, Course course, Status status, String language) {
    List<CohortMember> members = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      members.add(
          new CohortMember(
              course + "-" + language + i,
              Map.of("language", language),
              8,
              Map.of(AGENCY, course),
              Map.of(AGENCY, status),
              Map.of(),
              List.of(),
              0));
    }
    return members;
  }

  private static CohortReport report(
      String attribute, List<CohortMember> members, CohortReport... before) {
    return CohortReport.of(
        new CohortReport.Question("all clients of 2026", AGENCY, attribute),
        members,
        before.length == 0 ? CohortReport.Printed.NOTHING : before[0].printed());
  }

  private static List<CohortMember> cohort() {
    List<CohortMember> members = new ArrayList<>();
    members.addAll(members(24, Course.RISE, Status.AGREED, "en"));
    members.addAll(members(12, Course.RISE, Status.PROPOSED, "es"));
    members.addAll(members(10, Course.FALL, Status.PROPOSED, "en"));
    members.addAll(members(10, Course.FALL, Status.PROPOSED, "es"));
    members.addAll(members(30, Course.NO_CHANGE, Status.PROPOSED, "en"));
    members.addAll(members(14, Course.NO_CHANGE, Status.PROPOSED, "es"));
    return members;
  }

  @Test
  void a_share_comes_with_numerator_denominator_and_interval() {
    assertThat(Markdown.of(report("", cohort()).document()))
        .contains("rise: 36 % (36 of 100), 95 % interval 27 % to 46 %")
        .contains("Rises and falls that the clients themselves agreed to: 43 % (24 of 56)")
        .contains("| all | 36 | 20 | 44 | 0 | 100 |");
  }

  @Test
  void those_left_out_are_counted_and_the_reasons_told() {
    var members = new ArrayList<>(cohort());
    members.addAll(members(15, Course.TOO_LITTLE_TEXT, Status.PROPOSED, "en"));
    members.addAll(members(12, Course.TOO_FEW_SESSIONS, Status.PROPOSED, "en"));
    assertThat(Markdown.of(report("", members).document()))
        .contains("| all | 36 | 20 | 44 | 27 | 127 |")
        .contains("Left out: too few sessions 12, too little text 15.");
  }

  @Test
  void disputed_findings_never_count_as_positive() {
    var members = new ArrayList<>(cohort());
    members.addAll(members(10, Course.RISE, Status.DISPUTED, "en"));
    assertThat(Markdown.of(report("", members).document()))
        .contains("rise: 33 % (36 of 110)")
        .contains("| all | 36 | 20 | 54 | 0 | 110 |");
  }

  @Test
  void small_groups_are_not_shown_and_cannot_be_worked_out() {
    var members = new ArrayList<>(cohort());
    members.addAll(members(3, Course.RISE, Status.PROPOSED, "cy"));
    members.addAll(members(11, Course.NO_CHANGE, Status.PROPOSED, "cy"));
    assertThat(Markdown.of(report("language", members).document()))
        .contains("| cy | not shown | not shown |")
        .doesNotContain("| cy | 3 ");
  }

  @Test
  void two_reports_in_a_row_do_not_give_away_the_newcomers() {
    var first = report("", cohort());
    var members = new ArrayList<>(cohort());
    members.addAll(members(2, Course.RISE, Status.PROPOSED, "en"));
    assertThat(Markdown.of(report("", members, first).document()))
        .contains("rise: not shown")
        .contains("| all | not shown |")
        .doesNotContain("38", "102");
  }

  @Test
  void what_was_printed_survives_json() {
    var printed = report("language", cohort()).printed();
    String json = JsonMapper.shared().writeValueAsString(printed);
    assertThat(JsonMapper.shared().readValue(json, CohortReport.Printed.class)).isEqualTo(printed);
  }

  @Test
  void exceptions_are_prompts_to_look() {
    List<CohortMember> members =
        List.of(
            new CohortMember(
                "still",
                Map.of(),
                14,
                Map.of(AGENCY, Course.NO_CHANGE),
                Map.of(),
                Map.of(),
                List.of(),
                0),
            new CohortMember(
                "split",
                Map.of(),
                8,
                Map.of(AGENCY, Course.NO_CHANGE),
                Map.of(),
                Map.of("PHQ-9", "reliably improved"),
                List.of(),
                0),
            new CohortMember(
                "sided",
                Map.of(),
                8,
                Map.of(AGENCY, Course.RISE),
                Map.of(),
                Map.of(),
                List.of(AGENCY),
                2),
            new CohortMember("empty", Map.of(), 0, Map.of(), Map.of(), Map.of(), List.of(), 0));
    assertThat(Markdown.of(ExceptionReport.of(members)))
        .contains("still: 14 sessions")
        .contains("split: PHQ-9 reliably improved; words: no change distinguishable")
        .contains("sided: Clauses in which the client acts or chooses")
        .contains("sided: 2 goals")
        .contains("empty: no session")
        .contains("Much contact, no change distinguishable (1 of 4)");
  }

  @Test
  void a_member_is_made_without_any_text() {
    List<Indicators> sessions = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      sessions.add(Indicators.of(Sessions.agency(i, 5 * i)));
    }
    var member =
        CohortMember.of(
            Trajectory.of(new History("A.", sessions, List.of(), "")),
            Map.of(),
            List.of(),
            Board.of(List.of(), Questionnaires.shipped(), Map.of()),
            Set.of());
    assertThat(member.sessions()).isEqualTo(6);
    assertThat(member.course()).containsEntry(AGENCY, Course.RISE);
    assertThat(member.course()).containsEntry(Indicator.SELF_SEPARATED, Course.TOO_LITTLE_TEXT);
  }

  @Test
  void indicators_survive_json_so_that_no_text_need_be_read_again() {
    var indicators = Indicators.of(Sessions.random(1, 5));
    var json = JsonMapper.shared();
    assertThat(json.readValue(json.writeValueAsString(indicators), Indicators.class))
        .isEqualTo(indicators);
  }
}
