package org.throughline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.claim.ClaimEvent.ClientsWord;
import org.throughline.claim.ClaimEvent.Opened;
import org.throughline.claim.ClaimEvent.Reviewed;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.measure.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ClaimStateTest {

  private static final String CLAIM = "agency.share/session";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Reviewed review(String reason) {
    return new Reviewed("r", NOON, "ann", CLAIM, "tentative rise", reason);
  }

  private static Opened opened(String account, String claim) {
    return new Opened("o", NOON.minusSeconds(60), account, claim);
  }

  @Test
  void a_claim_cannot_be_reviewed_before_its_counter_evidence_was_opened() {
    assertThatThrownBy(() -> ClaimState.check(review(""), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open what speaks against this claim");
    assertThatThrownBy(
            () -> ClaimState.check(review(" "), List.of(opened("ann", "emotion.range/session"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClaimState.check(review(""), List.of(opened("bob", CLAIM))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_can_once_it_was_or_with_a_reason() {
    assertThatCode(() -> ClaimState.check(review(""), List.of(opened("ann", CLAIM))))
        .doesNotThrowAnyException();
    assertThatCode(() -> ClaimState.check(review("seen on paper"), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_review_of_an_earlier_verdict_is_outdated() {
    var events = List.<ClaimEvent>of(opened("ann", CLAIM), review(""));
    assertThat(ClaimState.of(CLAIM, "tentative rise", events).reviewed()).isTrue();
    var now = ClaimState.of(CLAIM, "no change distinguishable", events);
    assertThat(now.reviewed()).isFalse();
    assertThat(now.outdated()).isTrue();
  }

  @Test
  void what_the_client_disputes_counts_nowhere_as_positive() {
    var agreed = new ClientsWord("1", NOON, "ann", CLAIM, "rise", Status.AGREED, new Words("yes"));
    var disputed =
        new ClientsWord(
            "2", NOON, "ann", CLAIM, "rise", Status.DISPUTED, new Words("not how it feels"));
    assertThat(ClaimState.of(CLAIM, "rise", List.of()).status()).isEqualTo(Status.PROPOSED);
    assertThat(ClaimState.of(CLAIM, "rise", List.of(agreed)).mayCountAsPositive()).isTrue();
    var state = ClaimState.of(CLAIM, "rise", List.of(agreed, disputed));
    assertThat(state.mayCountAsPositive()).isFalse();
    assertThat(state.clientsWords().text()).isEqualTo("not how it feels");
    assertThat(state.toString()).doesNotContain("feels");
  }

  @Test
  void events_survive_json() {
    List<ClaimEvent> events =
        List.of(
            opened("ann", CLAIM),
            review("later"),
            new ClientsWord("2", NOON, "ann", CLAIM, "rise", Status.AGREED, new Words("yes")));
    var type = new TypeReference<List<ClaimEvent>>() {};
    String json = JsonMapper.shared().writerFor(type).writeValueAsString(events);
    assertThat(json).contains("\"kind\":\"clients_word\"");
    assertThat(JsonMapper.shared().readValue(json, type)).isEqualTo(events);
  }
}
