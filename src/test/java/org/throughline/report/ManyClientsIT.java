package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Sessions;
import org.throughline.measure.Board;
import org.throughline.measure.Questionnaires;
import org.throughline.trajectory.History;
import org.throughline.trajectory.Trajectory;
import tools.jackson.databind.json.JsonMapper;

/** A practice of 2,000 clients with 20 sessions each, from kept figures and without any text. */
class ManyClientsIT {

  @Test
  void a_cohort_is_read_from_figures_alone() {
    var json = JsonMapper.shared();
    List<String> kept = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      kept.add(json.writeValueAsString(Indicators.of(Sessions.agency(i, 10 + (i * 7) % 25))));
    }
    var empty = Board.of(List.of(), Questionnaires.shipped(), Map.of());
    List<CohortMember> members = new ArrayList<>();
    for (int client = 0; client < 2000; client++) {
      List<Indicators> sessions =
          kept.stream().map(text -> json.readValue(text, Indicators.class)).toList();
      members.add(
          CohortMember.of(
              Trajectory.of(new History("c" + client, sessions, List.of(), "")),
              Map.of(),
              List.of(),
              empty,
              Set.of()));
    }
    var report =
        CohortReport.of(
            new CohortReport.Question("everybody", Indicator.AGENCY_SHARE, ""),
            members,
            CohortReport.Printed.NOTHING);
    assertThat(Markdown.of(report.document())).contains("| 0 | 2,000 |");
  }
}
