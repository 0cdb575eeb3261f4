package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.claim.ClaimEvent;
import org.throughline.indicator.Decision;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.Sessions;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import org.throughline.measure.Goal;
import org.throughline.measure.Questionnaires;
import org.throughline.measure.ReviewCadence;
import org.throughline.measure.Words;
import org.throughline.trajectory.History;
import org.throughline.trajectory.Trajectory;
import org.throughline.transcript.Span;
import tools.jackson.databind.json.JsonMapper;

class ClientReportsTest {

  private static final LocalDate DAY = Sessions.START;

  private static List<SessionInput> sessions() {
    List<SessionInput> sessions = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      sessions.add(Sessions.agency(i, 8 + 5 * i));
    }
    return sessions;
  }

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry.Score("q1", DAY, "phq9", 18, 1, 0),
          new Entry.Score("q2", DAY.plusWeeks(5), "phq9", 9, 6, 0),
          new Goal.Described("g1", DAY, new Words("to call my sister")),
          new Entry.OneWord("w1", DAY, new Words("stuck")),
          new Entry.Review("r1", DAY.plusWeeks(4), List.of("p1"), new Words("I dare more")));

  private static ClientFile file(
      List<SessionInput> sessions, List<Entry> entries, ClaimEvent... claims) {
    return new ClientFile(
        "A.",
        Trajectory.of(
            new History("A.", sessions.stream().map(Indicators::of).toList(), List.of(), "")),
        Quotes.of(sessions.stream().flatMap(session -> Quote.of(session).stream()).toList()),
        Board.of(entries, Questionnaires.shipped(), Map.of()),
        List.of(),
        List.of(claims),
        ReviewCadence.DEFAULT,
        Set.of());
  }

  private static String markdown(String name, ClientFile file, Map<String, String> parameters) {
    return Markdown.of(Reports.make(name, file, parameters, "test").document());
  }

  @Test
  void the_session_note_stays_under_a_page_and_opens_to_quotes() {
    var made =
        Reports.make("session-note", file(sessions(), ENTRIES), Map.of("session", "s4"), "test");
    String note = Markdown.of(made.document());
    assertThat(made.document().words()).isLessThan(400);
    assertThat(note)
        .contains("# Qualitative indicators: A., session 4, 2026-01-26")
        .contains("70 % (28 of 40) \\[4.1, 4.3, 4.5, +25\\]")
        .contains("tentative rise")
        .contains("Speaks for")
        .contains("Speaks against it: “it happened to me” \\[4.")
        .contains("PHQ-9 9 on 2026-02-09, reliably improved and out of the clinical range")
        .contains("nothing of diagnosis, risk or cause");
  }

  @Test
  void every_report_is_written_in_three_formats_from_one_tree() throws IOException {
    for (String name :
        List.of("supervision-snapshot", "narrative-review", "plain-summary", "funder")) {
      Document document =
          Reports.make(name, file(sessions(), ENTRIES), Map.of(), "test").document();
      String html = Html.of(document);
      assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<script");
      var bytes = new ByteArrayOutputStream();
      Docx.write(document, bytes);
      try (var word = new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(document.title());
        for (Figure figure : document.figures()) {
          if (!figure.id().startsWith("quote@")) {
            assertThat(html).as(name).contains(Html.escape(figure.printed()));
            assertThat(text(word)).as(name).contains(figure.printed());
          }
        }
      }
    }
  }

  private static String text(XWPFDocument word) {
    var text = new StringBuilder();
    word.getParagraphs().forEach(p -> text.append(p.getText()).append('\n'));
    word.getTables().forEach(t -> text.append(t.getText()).append('\n'));
    return text.toString();
  }

  @Test
  void what_a_client_says_never_becomes_markup() {
    var session =
        Sessions.session(
            1, "CLIENT: [<b>*sad*</b> & | `x`]{emotion.sadness}" + " word".repeat(500) + ".");
    var file = file(List.of(session), List.of());
    Document document = PlainSummary.of(file);
    assertThat(Html.of(document))
        .contains("&lt;b&gt;*sad*&lt;/b&gt; &amp; | `x`")
        .doesNotContain("<b>");
    assertThat(Markdown.of(document)).contains("\\<b\\>\\*sad\\*\\</b\\> & \\| \\`x\\`");
  }

  @Test
  void a_client_gets_plain_words_and_no_statistics() {
    String summary = markdown("plain-summary", file(sessions(), ENTRIES), Map.of());
    assertThat(summary)
        .contains("We met 6 times, from 2026-01-05 to 2026-02-09")
        .contains("“to call my sister”: not rated yet")
        .contains("not a test and not a grade")
        .doesNotContain("interval", "p =", "PHQ");
  }

  @Test
  void what_the_client_disputes_is_no_outcome_and_stays_in_their_words() {
    var disputed =
        new ClaimEvent.ClientsWord(
            "c",
            Instant.parse("2026-02-10T12:00:00Z"),
            "ann",
            "agency.share/session",
            "tentative rise",
            ClaimEvent.Status.DISPUTED,
            new Words("that was just work"));
    var file = file(sessions(), ENTRIES, disputed);
    assertThat(markdown("funder", file, Map.of()))
        .contains("disputed by the client")
        .doesNotContain("95 % (38 of 40) \\[6.1, 6.3, 6.5, +35\\]; tentative rise");
    assertThat(markdown("plain-summary", file, Map.of()))
        .contains("Where you see it differently")
        .contains("“that was just work”")
        .doesNotContain("Doing and choosing");
  }

  @Test
  void a_funder_gets_no_part_without_dated_records() {
    var withoutReview = ENTRIES.stream().filter(e -> !(e instanceof Entry.Review)).toList();
    assertThatThrownBy(() -> markdown("funder", file(sessions(), withoutReview), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("review points: no dated review; record one");
    assertThat(markdown("funder", file(sessions(), ENTRIES), Map.of()))
        .contains("## Baseline", "## Delivery", "## Review points", "## Outcomes")
        .contains("PHQ-9: 18 on 2026-01-05 (record q1)");
  }

  @Test
  void a_report_verifies_until_the_record_changes() {
    var file = file(sessions(), ENTRIES);
    var kept = Reports.make("session-note", file, Map.of("session", "s4"), "test").manifest();
    assertThat(Reports.verify(kept, file, "test").problems()).isEmpty();
    assertThat(kept.figures()).isNotEmpty();

    var sessions = sessions();
    var fourth = sessions.get(3);
    sessions.set(
        3,
        Sessions.decided(
            fourth, new Decision("agency.act", 1, new Span(0, 12), Decision.Kind.REJECTED, null)));
    var verification = Reports.verify(kept, file(sessions, ENTRIES), "test");
    assertThat(verification.problems())
        .contains("session s4 has changed since the report was made")
        .anyMatch(
            problem -> problem.startsWith("figure agency.share@s4 was 70 % (28 of 40) and is now"));
  }

  @Test
  void a_manifest_holds_hashes_and_no_words() {
    var kept =
        Reports.make("supervision-snapshot", file(sessions(), ENTRIES), Map.of(), "test")
            .manifest();
    String json = JsonMapper.shared().writeValueAsString(kept);
    assertThat(json).doesNotContain("called him").contains("session 1, turn 1, 0–12");
    assertThat(JsonMapper.shared().readValue(json, Manifest.class)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_reconciliation_sample_can_be_drawn_again(long seed) {
    var parameters = Map.of("figure", "agency.share@s6", "size", "5", "seed", Long.toString(seed));
    String once = markdown("reconciliation", file(sessions(), ENTRIES), parameters);
    assertThat(once)
        .contains("5 of its 38 cases, drawn with seed " + seed)
        .isEqualTo(markdown("reconciliation", file(sessions(), ENTRIES), parameters));
  }

  @Test
  void nothing_prints_the_words_by_mistake() {
    var file = file(sessions(), ENTRIES);
    var made = Reports.make("supervision-snapshot", file, Map.of(), "test");
    assertThat(file + " " + made).doesNotContain("called him");
  }

  @Test
  void an_unknown_report_or_session_is_misuse_with_what_to_do() {
    var file = file(sessions(), ENTRIES);
    assertThatThrownBy(() -> markdown("poem", file, Map.of()))
        .hasMessageContaining("session-note, supervision-snapshot");
    assertThatThrownBy(() -> markdown("session-note", file, Map.of()))
        .hasMessageContaining("needs the parameter session");
    assertThatThrownBy(() -> markdown("session-note", file, Map.of("session", "s9")))
        .hasMessageContaining("no such session");
  }
}
