package org.throughline.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.research.StudyEvent.Assigned;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;

/** Counts over a small corpus: twelve clients, one session each, one coder. */
class ThemesTest {

  private final Releases releases = new Releases();
  private final List<StudyEvent> events = new ArrayList<>();

  ThemesTest() {
    for (int client = 0; client < 12; client++) {
      releases.with(
          "c%02d".formatted(client), "s%02d".formatted(client), 0, "So?", "=scared and stayed");
    }
    events.add(new StudyEvent.Created("t", "", Criteria.ALL, 1));
    events.add(
        new StudyEvent.CodesSet(
            List.of(
                new StudyCode("t", null, "t", ""),
                new StudyCode("t.fear", "t", "f", ""),
                new StudyCode("t.stay", "t", "s", ""))));
    List<Pinned> corpus = Corpus.select(Criteria.ALL, releases, 1);
    events.add(new StudyEvent.CorpusPinned(corpus));
    events.add(new Assigned("ann", Duty.CODING, corpus.stream().map(Pinned::session).toList()));
    corpus.forEach(each -> events.add(new StudyEvent.Finished("ann", each.session())));
  }

  private void code(String session, int start, int end, String code) {
    events.add(new Coded("k" + events.size(), "ann", session, 1, start, end, code));
  }

  private Themes themes() {
    Study study = Study.of(events);
    return Themes.of(study, Corpus.of(study.corpus(), releases));
  }

  @Test
  void codes_of_the_same_turn_are_a_pair() {
    code("s00", 1, 7, "t.fear");
    code("s00", 12, 18, "t.stay");
    code("s01", 1, 7, "t.fear");
    assertThat(themes().pairs()).containsExactly(new Themes.Pair("t.fear", "t.stay", 1, 2, 1));
    assertThat(themes().pairs().getFirst().overlap()).isCloseTo(.5, within(1e-12));
  }

  @Test
  void a_cell_says_out_of_how_many_clients() {
    code("s00", 1, 7, "t.fear");
    code("s00", 12, 18, "t.fear");
    code("s03", 1, 7, "t.fear");
    List<Themes.Cell> cells = themes().byCase(client -> "all");
    assertThat(cells).extracting(Themes.Cell::code).containsExactly("t", "t.fear");
    assertThat(cells.get(1).clients()).hasToString("2 of 12");
    assertThat(cells.get(1).codings()).isEqualTo(3);
  }

  /** Eleven and one: the one is not shown alone, and a rest of one is not shown at all. */
  @Test
  void small_groups_are_not_shown() {
    code("s00", 1, 7, "t.fear");
    assertThat(themes().byCase(client -> client.equals("c00") ? "rare" : "usual"))
        .extracting(Themes.Cell::group)
        .containsOnly("usual");
  }

  @Test
  void the_saturation_curve_rises_to_all_codes_and_never_falls() {
    code("s00", 1, 7, "t.fear");
    code("s01", 12, 18, "t.stay");
    List<Themes.Step> steps = themes().saturation();
    assertThat(steps).hasSize(12);
    assertThat(steps.getFirst().codes()).isCloseTo(2 / 12.0, within(.08));
    assertThat(steps.getLast().codes()).isEqualTo(2);
    for (int i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i).codes()).isGreaterThanOrEqualTo(steps.get(i - 1).codes());
    }
  }

  @Test
  void a_sample_takes_each_client_once_before_anybody_twice() {
    for (int i = 0; i < 5; i++) {
      code("s00", 1, 7, "t.fear");
    }
    code("s01", 1, 7, "t.fear");
    code("s02", 1, 7, "t.stay");
    assertThat(themes().sample("t", 3, 9))
        .extracting(Themes.Quote::client)
        .containsExactlyInAnyOrder("c00", "c01", "c02");
    assertThat(themes().sample("t.fear", 100, 9)).hasSize(6);
    assertThat(themes().sample("t", 3, 9)).isEqualTo(themes().sample("t", 3, 9));
  }

  @Test
  void a_table_opens_in_a_spreadsheet_without_running_anything() {
    code("s00", 0, 7, "t.fear");
    assertThat(themes().table())
        .isEqualTo(
            """
            client,session,day,turn,start,end,code,coder,quote\r
            "c00","s00",0,1,0,7,"t.fear","ann","'=scared"\r
            """);
  }

  @Test
  void who_does_not_want_to_be_quoted_is_counted_only() {
    code("s00", 1, 7, "t.fear");
    code("s01", 1, 7, "t.fear");
    releases.unquotable("c00");
    assertThat(themes().quotes()).extracting(Themes.Quote::quote).containsExactly("", "scared");
    assertThat(themes().byCase(client -> "all").getFirst().clients()).hasToString("2 of 12");
  }

  @Test
  void quotes_do_not_print() {
    code("s00", 1, 7, "t.fear");
    assertThat(themes().quotes().toString()).doesNotContain("scared");
  }

  @Test
  void events_come_back_as_they_were_kept() {
    code("s00", 1, 7, "t.fear");
    events.add(new StudyEvent.Memo("m", "ann", StudyEvent.On.CODE, "t", null, "so"));
    events.add(new StudyEvent.Settled("s00", 1, 1, 7, "t.fear", true, "lead"));
    events.add(new StudyEvent.Frozen("h"));
    assertThat(events).allSatisfy(e -> assertThat(StudyJson.read(StudyJson.write(e))).isEqualTo(e));
  }

  @Test
  void criteria_choose_by_day_words_and_number() {
    releases.with("c00", "s90", 70, "So?", "one two three four five six");
    assertThat(Corpus.select(criteria(10, 999, 0, 9, 99), releases, 1))
        .extracting(Pinned::session)
        .containsExactly("s90");
    assertThat(Corpus.select(criteria(0, 999, 5, 9, 99), releases, 1)).hasSize(1);
    assertThat(Corpus.select(criteria(0, 999, 0, 1, 99), releases, 1)).hasSize(12);
    assertThat(Corpus.select(criteria(0, 999, 0, 1, 4), releases, 1))
        .extracting(Pinned::client)
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  private static Criteria criteria(int from, int to, int words, int each, int clients) {
    return new Criteria(from, to, words, each, clients, java.util.Set.of());
  }
}
