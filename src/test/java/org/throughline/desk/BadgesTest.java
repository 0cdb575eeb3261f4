package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.coding.TurnFacts;
import org.throughline.indicator.Badge;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Questionnaires;
import org.throughline.record.Actor;
import org.throughline.record.Decision;
import org.throughline.record.NewConsent;
import org.throughline.record.NewSession;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoredCoding;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.TrajectoryText;
import org.throughline.trajectory.TrajectoryView;
import org.throughline.trajectory.Verdict;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** What people decide in some sessions stands beside every figure of the code, and bars trends. */
class BadgesTest {

  private static final Actor ME = new Actor("local", "clinician", "care");
  private static final int WORDS = 150;
  private static final String TEXT = "fear ".repeat(WORDS).strip();

  @TempDir private Path folder;
  private Store store;
  private Courses courses;
  private LocalFigures figures;
  private String client;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(folder);
    restart();
    client = client();
    for (int week = 0; week < 8; week++) {
      session(client, week, 1 + week);
    }
  }

  private void restart() throws Exception {
    figures = new LocalFigures(store, new Studying(store, new Releasing(store)::released));
    courses =
        new Courses(store, Questionnaires.shipped(), Engine.load(Practice.CODEBOOKS), figures);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String client() {
    String id = store.clients().add(ME, "Maple", List.of(), null).id();
    store.consents().record(ME, id, Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.EPOCH));
    return id;
  }

  /** Ten client turns, the first of which name fear. */
  private String session(String of, int week, int afraid) {
    List<Turn> turns = new ArrayList<>();
    List<TurnFacts> facts = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      turns.add(new Turn(i, "C", Role.CLIENT, TEXT, null, null));
      facts.add(new TurnFacts(i, Role.CLIENT, WORDS, 6, 3, 1));
      if (i < afraid) {
        codings.add(coding(i, new Rater.Machine("1", "emotion 1", "00")));
      }
    }
    return store
        .entries()
        .addSession(
            ME,
            of,
            new NewSession(
                LocalDate.of(2026, 1, 5).plusWeeks(week),
                null,
                "plain",
                "a.txt",
                (of + week).getBytes(StandardCharsets.UTF_8),
                "{}",
                new CodedTranscript(new Transcript(turns), facts, codings)),
            null)
        .id();
  }

  private static Coding coding(int turn, Rater rater) {
    var span = new Span(0, 4);
    return new Coding(
        "emotion.fear",
        turn,
        span,
        span.of(TEXT),
        Attributes.PLAIN,
        new Evidence("cue", List.of(span), ""),
        .8,
        rater);
  }

  /** Elsewhere, somebody rejects most of the code and adds what was missed. */
  private void judge(int clients, int confirmed, int missed) {
    for (int i = 0; i < clients; i++) {
      String other = client();
      String entry = session(other, 0, 4);
      int judged = 0;
      for (StoredCoding coding : store.entries().content(ME, entry).codings()) {
        Decision.What what = judged++ < confirmed ? new Decision.Confirm() : new Decision.Reject();
        store.codings().decide(ME, coding.id(), what, null);
      }
      for (int turn = 9; turn > 9 - missed; turn--) {
        store.codings().add(ME, entry, coding(turn, new Rater.Human("local")));
      }
    }
  }

  private Series fear(boolean exploratory) {
    return courses
        .open(ME, client, exploratory)
        .trajectory()
        .series(SessionKind.SESSION, Indicator.EMOTION_NEGATIVE)
        .orElseThrow();
  }

  private String text(boolean exploratory) {
    Course course = courses.open(ME, client, exploratory);
    return TrajectoryText.of(course.trajectory(), course.bySession());
  }

  @Test
  void a_code_that_nobody_judged_is_not_measured_and_stands_in_trends() {
    assertThat(figures.badges().of("emotion.fear").kind()).isEqualTo(Badge.Kind.NOT_MEASURED);
    assertThat(fear(false).verdict()).isInstanceOf(Verdict.Change.class);
    TrajectoryView view = courses.open(ME, client).view();
    assertThat(view.exploratory()).isEqualTo("left_out");
    assertThat(view.badges()).extracting(badge -> badge.state()).containsExactly("not_measured");
    assertThat(text(false)).contains("Not measured here, as nobody has judged them: emotion.fear");
  }

  @Test
  void below_two_thirds_it_is_exploratory_and_in_no_trend_unless_asked_for() {
    judge(6, 1, 3);
    Badge badge = figures.badges().of("emotion.fear");
    assertThat(badge.kind()).isEqualTo(Badge.Kind.EXPLORATORY);
    assertThat(badge.precision()).hasToString("6 of 24");
    assertThat(badge.recall()).hasToString("6 of 24");
    assertThat(badge.alphas().getFirst().n()).isEqualTo(60);
    assertThat(badge.alphas().getFirst().low()).isNotNull();
    Series series = fear(false);
    assertThat(series.verdict()).isInstanceOf(Verdict.LeftOut.class);
    assertThat(series.values()).as("the points stay").hasSize(8);
    assertThat(text(false))
        .contains("[exploratory] emotion.fear: exploratory here: precision 6 of 24 (95 % 0.12 to")
        .contains("Left out of trends unless asked for: emotion.fear is exploratory here");
    assertThat(fear(true).verdict()).isInstanceOf(Verdict.Change.class);
    assertThat(text(true)).contains("Trends of exploratory codes were asked for");
    assertThat(courses.open(ME, client, true).view().exploratory()).isEqualTo("included");
  }

  @Test
  void people_who_agree_with_the_cues_make_it_firm() {
    judge(6, 4, 0);
    Badge ceiling = figures.badges().of("emotion.fear");
    assertThat(ceiling.kind()).as("nobody looked for more").isEqualTo(Badge.Kind.TOO_FEW);
    assertThat(ceiling.says()).contains("alpha of cues against people at most 1.00");
    judge(6, 4, 1);
    assertThat(figures.badges().of("emotion.fear").kind()).isEqualTo(Badge.Kind.FIRM);
    assertThat(fear(false).verdict()).isInstanceOf(Verdict.Change.class);
  }

  @Test
  void one_decision_turns_nothing_over() {
    judge(1, 0, 0);
    assertThat(figures.badges().of("emotion.fear").kind()).isEqualTo(Badge.Kind.TOO_FEW);
    assertThat(fear(false).verdict()).isInstanceOf(Verdict.Change.class);
  }

  /** The counts are kept; what is counted anew after a restart is the same. */
  @Test
  void a_restart_changes_no_badge_and_a_withdrawn_client_counts_no_more() throws Exception {
    judge(24, 1, 3);
    Badge before = figures.badges().of("emotion.fear");
    assertThat(store.localCounts().kept()).isPresent();
    restart();
    assertThat(figures.badges().of("emotion.fear")).isEqualTo(before);
    String judged = store.localCounts().judged().getFirst().client();
    store
        .consents()
        .record(ME, judged, Scope.TREATMENT_ANALYSIS, NewConsent.refused(Instant.EPOCH));
    assertThat(figures.badges().of("emotion.fear").precision().n()).isEqualTo(4 * 23);
  }
}
