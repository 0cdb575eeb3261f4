package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.desk.Practice.ME;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.IdentityCard;
import org.throughline.deidentify.Kind;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.record.Actor;
import org.throughline.record.NewConsent;
import org.throughline.record.Releases.Release;
import org.throughline.record.Scope;
import org.throughline.record.StoreException;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Upload;

/** The gate to research, through real files and the real finders. */
class ReleasingIT {

  private static final String MARCH =
      """
      T: How was the week?
      C: My sister Oluwaseun came over and we talked about the house in Ballymena.
      T: And how was that?
      C: Good. I rang from 415 555 0132 and she picked up at once.
      """;
  private static final String APRIL =
      """
      T: What stayed with you?
      C: That she said sorry. I had waited for that word since I was small.
      """;

  @TempDir Path folder;
  private Desk desk;
  private Releasing gate;
  private ReleasedSessions corpus;
  private String client;

  @BeforeEach
  void open() throws Exception {
    desk = Practice.open(folder);
    gate = desk.releasing();
    corpus = gate.released(ME);
    client = desk.addClient(ME, "Maple", List.of(), null).id();
    answer(Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.EPOCH));
    answer(Scope.RESEARCH, NewConsent.granted(Instant.EPOCH));
    keep(MARCH, LocalDate.of(2026, 3, 2));
    keep(APRIL, LocalDate.of(2026, 4, 6));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void onlyReleasedSessionsAreThere() {
    List<Release> drafted = gate.draft(ME, client);
    assertThat(drafted).hasSize(2).allMatch(r -> r.draft().state() == Draft.State.DRAFT);
    assertThat(corpus.clients()).isEmpty();

    letGo(drafted.get(0).entry());

    assertThat(corpus.clients()).hasSize(1);
    ReleasedSession only = corpus.of(corpus.clients().get(0)).get(0);
    assertThat(corpus.session(only.session())).contains(only);
    assertThat(words(only)).doesNotContain("Oluwaseun", "Ballymena", "0132").contains("My sister");
  }

  @Test
  void datesBecomeDaysAndClientsBecomeSurrogates() {
    gate.draft(ME, client).forEach(release -> letGo(release.entry()));

    List<ReleasedSession> sessions = corpus.of(corpus.clients().get(0));

    assertThat(sessions).extracting(ReleasedSession::day).containsExactly(0, 35);
    assertThat(sessions).extracting(ReleasedSession::client).doesNotContain(client);
  }

  @Test
  void withdrawalTakesThemOutAtOnceAndForGood() {
    gate.draft(ME, client).forEach(release -> letGo(release.entry()));
    String before = corpus.clients().get(0);

    answer(Scope.RESEARCH, NewConsent.refused(Instant.EPOCH));

    assertThat(corpus.clients()).isEmpty();
    assertThat(corpus.of(before)).isEmpty();
    assertThatThrownBy(() -> gate.draft(ME, client))
        .isInstanceOf(StoreException.ConsentMissing.class);

    answer(Scope.RESEARCH, NewConsent.granted(Instant.EPOCH));
    assertThat(corpus.clients()).as("the old releases died with their key").isEmpty();
    gate.draft(ME, client).forEach(release -> letGo(release.entry()));
    assertThat(corpus.clients()).hasSize(1).doesNotContain(before);
  }

  @Test
  void whatAReviewerAddsIsMaskedEverywhereAndGoesOnTheCard() {
    String entry = entry(0);
    gate.open(ME, entry);
    int at = MARCH.lines().toList().get(1).indexOf("house") - "C: ".length();
    gate.add(ME, entry, 1, new Span(at, at + "house".length()), Kind.PLACE);

    assertThat(gate.card(ME, client).places()).containsExactly("house");
    letGo(entry);
    assertThat(words(corpus.of(corpus.clients().get(0)).get(0))).doesNotContain("house");
  }

  @Test
  void aCardThatLearnsANameSendsTheSessionBack() {
    gate.draft(ME, client).forEach(release -> letGo(release.entry()));
    IdentityCard card = gate.card(ME, client);

    gate.keepCard(ME, card.and(Kind.ORGANISATION, "that word"));

    assertThat(gate.releases(ME, client))
        .extracting(release -> release.draft().state())
        .containsExactlyInAnyOrder(Draft.State.RELEASED, Draft.State.IN_REVIEW);
    assertThat(corpus.of(corpus.clients().get(0))).hasSize(1);
  }

  @Test
  void nothingIsLetGoUnreviewed() {
    String entry = entry(0);
    assertThatThrownBy(() -> gate.release(ME, entry)).hasMessageContaining("not in review");
    gate.open(ME, entry);
    assertThatThrownBy(() -> gate.release(ME, entry))
        .hasMessageMatching(".*(reviewers have approved|stretches wait)");
    assertThat(corpus.clients()).isEmpty();
  }

  @Test
  void anApprovalStandsOnlyForWhatWasRead() {
    String entry = entry(0);
    for (Draft.Open open : gate.open(ME, entry).draft().queue()) {
      gate.accept(ME, entry, open.turn(), open.mark().span());
    }
    String read = gate.review(ME, entry).version();
    int at = MARCH.lines().toList().get(1).indexOf("house") - "C: ".length();
    gate.add(ME, entry, 1, new Span(at, at + "house".length()), Kind.PLACE);

    assertThatThrownBy(() -> gate.approve(ME, entry, read))
        .isInstanceOf(StoreException.Conflict.class)
        .hasMessageContaining("look at it again");
    assertThat(gate.standing(ME, entry).approved()).isZero();
    gate.approve(ME, entry, gate.review(ME, entry).version());
    assertThat(gate.standing(ME, entry).approved()).isEqualTo(1);

    String before = gate.review(ME, entry).version();
    gate.keepCard(ME, gate.card(ME, client).and(Kind.NAME, "Zebulon"));
    assertThatThrownBy(() -> gate.approve(ME, entry, before))
        .as("read before the card was written")
        .hasMessageContaining("look at it again");
  }

  private String entry(int at) {
    return gate.draft(ME, client).get(at).entry();
  }

  /** A reviewer who masks whatever waits. */
  private void letGo(String entry) {
    Release release = gate.open(ME, entry);
    for (Draft.Open open : release.draft().queue()) {
      gate.accept(ME, entry, open.turn(), open.mark().span());
    }
    String version = gate.review(ME, entry).version();
    gate.approve(ME, entry, version);
    gate.approve(new Actor("second", "reviewer", "research"), entry, version);
    gate.release(ME, entry);
  }

  private static String words(ReleasedSession session) {
    StringBuilder words = new StringBuilder();
    session.turns().forEach(turn -> words.append(turn.text()).append('\n'));
    return words.toString();
  }

  private void answer(Scope scope, NewConsent given) {
    desk.recordConsent(ME, client, scope, given);
  }

  private void keep(String text, LocalDate date) {
    var upload = new Upload("session.txt", text.getBytes(StandardCharsets.UTF_8));
    var roles = Map.of("T", Role.THERAPIST, "C", Role.CLIENT);
    var file =
        new TranscriptFile(upload, date, null, roles, true, null, new TranscriptFile.Twins.Ask());
    assertThat(desk.receive(ME, client, file, null)).isInstanceOf(Received.Kept.class);
  }
}
