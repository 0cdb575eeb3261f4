package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.desk.view.ClientView;
import org.throughline.desk.view.CodingView;
import org.throughline.record.Decision;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Upload;

/**
 * A clinician teaches a model what the cues of a code miss: too little at first, then a card, then
 * switched on, suggestions in a client's record, one confirmed in the transcript, and off again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearnedModelsIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final int CLIENTS = 7;

  @Test
  @Order(1)
  void fromTooLittleNothingIsLearnedAndTheViewSaysWhatItTakes() {
    Page page = visit.page();
    page.locator("[data-nav=codebooks]").click();
    page.getByText("Learned models").click();
    page.getByText("Nothing is learned yet").waitFor();
    Looks.right(page, "models-empty");
    page.getByLabel("Code").selectOption("emotion.fear");
    button(page, "Learn it").click();
    page.getByText("too little to learn this code from").waitFor();
    assertThat(page.locator("main").textContent())
        .contains("lessons from 0 clients; at least 5", "Consent and privacy");
    assertThat(page.locator("optgroup[label='Safety talk']").count()).isZero();
    Looks.right(page, "models-too-little");
  }

  @Test
  @Order(2)
  void aModelIsLearnedReadCheckedAndSwitchedOn() {
    for (int i = 0; i < CLIENTS; i++) {
      taught(i);
    }
    Page page = visit.page();
    Visit.show(page, "#/codebooks/emotion");
    page.locator("[id='emotion.fear']").getByText("Learn it from decisions").click();
    Visit.settled(page);
    assertThat(page.getByLabel("Code").inputValue()).isEqualTo("emotion.fear");
    button(page, "Learn it").click();
    Locator card = page.locator("[id='model-emotion.fear']");
    card.waitFor();
    assertThat(card.textContent())
        .contains("Learned from 35 sentences that people judged, of which 21 carry the code")
        .contains("of 7 clients", "none is both in what taught it", "Off: it suggests nothing")
        .contains("95 % interval", "who always says yes is right in 21 of 35");
    Looks.right(page, "models-card");
    button(page, "Check it").click();
    card.getByText("the model is the same to the last bit").waitFor();
    button(page, "Switch on").click();
    card.getByText("On since").waitFor();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("model-emotion.fear");
    Looks.right(page, "models-on");
  }

  @Test
  @Order(3)
  void whatItSuggestsIsFoundInTheTranscriptAndConfirmedThere() {
    String client = client("Egret", Scope.TREATMENT_ANALYSIS);
    visit.treat(client);
    enter(
        client,
        """
        T: And you?
        C: My hands went cold in the lift. We had soup at noon.
        T: And today?
        C: My hands went cold on the stairs again.
        """);
    Page page = visit.page();
    Visit.show(page, "#/clients/" + client);
    page.getByText("Suggestions", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Look through the record").click();
    page.getByText("2 suggestions wait").waitFor();
    Looks.right(page, "suggestions");
    page.locator(".waiting a").first().click();
    page.locator(".turn.here .line-emotion").first().click();
    assertThat(page.locator(".explain").textContent())
        .contains("from what it learned of decisions here", "Fear");
    page.keyboard().press("y");
    page.locator(".turn.here .is-confirmed").first().waitFor();
    Visit.show(page, "#/clients/" + client + "/suggestions");
    button(page, "Look through the record").click();
    page.getByText("1 suggestion waits").waitFor();
  }

  @Test
  @Order(4)
  void itIsSwitchedOffAndLearnedAnew() {
    Page page = visit.page();
    Visit.show(page, "#/models");
    button(page, "Switch off").click();
    page.getByRole(AriaRole.DIALOG).getByText("Cancel").click();
    assertThat(page.locator(".model").textContent()).contains("On since");
    button(page, "Switch off").click();
    page.getByRole(AriaRole.DIALOG).getByText("Switch it off").click();
    page.getByText("Off: it suggests nothing").waitFor();
    button(page, "Learn it anew").click();
    page.getByText("emotion.fear, version 2").waitFor();
    page.getByText("Earlier versions").click();
    assertThat(page.locator(".model").textContent()).contains("Version 1");
    Looks.right(page, "models-versions");

    Page admin = visit.signedIn(People.ADMIN, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(admin, "#/models");
    admin.locator(".model").waitFor();
    assertThat(admin.locator("main button").count()).as("reads and changes nothing").isZero();
  }

  @Test
  @Order(5)
  void whenOneOfItsClientsWithdrawsItIsGoneAndSaysWhy() {
    String wren =
        visit.desk().clients(Visit.ME).stream()
            .filter(client -> client.pseudonym().equals("Wren 0"))
            .map(ClientView::id)
            .findFirst()
            .orElseThrow();
    visit
        .desk()
        .recordConsent(Visit.ME, wren, Scope.MODEL_TRAINING, NewConsent.refused(Instant.now()));
    Page page = visit.page();
    Visit.show(page, "#/models");
    page.getByText("Gone: a client it was learned from withdrew consent").waitFor();
    assertThat(page.getByText("Switch on").count()).isZero();
    Looks.right(page, "models-gone");
    button(page, "Learn it again").click();
    page.getByText("of 6 clients").waitFor();
  }

  private static String client(String pseudonym, Scope... scopes) {
    String client = visit.desk().addClient(Visit.ME, pseudonym, List.of(), null).id();
    for (Scope scope : scopes) {
      visit.desk().recordConsent(Visit.ME, client, scope, NewConsent.granted(Instant.EPOCH));
    }
    return client;
  }

  /** Fear shows in hands that go cold; "scared" at the cinema is none. */
  private static void taught(int number) {
    String client = client("Wren " + number, Scope.TREATMENT_ANALYSIS, Scope.MODEL_TRAINING);
    String session =
        enter(
            client,
            """
            T: How was it?
            C: My hands went cold in the lift. We had soup number %d at noon.
            T: And then?
            C: Then my hands went cold on the stairs. I was scared at the lift.
            T: And Sunday?
            C: I was scared at the cinema and it was great fun. We had tea at four.
            T: And after it?
            C: I was scared at the cinema again, great fun. We had cake number %d.
            """
                .formatted(number, number));
    code(session, 1, "My hands went cold in the lift.");
    code(session, 3, "Then my hands went cold on the stairs.");
    for (CodingView coding : visit.desk().entry(Visit.ME, session).codings()) {
      if (coding.code().equals("emotion.fear") && coding.rater().startsWith("machine:")) {
        Decision.What what = coding.turn() == 3 ? new Decision.Confirm() : new Decision.Reject();
        visit.desk().decide(Visit.ME, coding.id(), what, null);
      }
    }
  }

  private static void code(String session, int turn, String sentence) {
    visit.desk().addCoding(Visit.ME, session, "emotion.fear", turn, new Span(0, sentence.length()));
  }

  private static String enter(String client, String text) {
    var upload = new Upload("session.txt", text.getBytes(StandardCharsets.UTF_8));
    Map<String, Role> roles = Map.of("T", Role.THERAPIST, "C", Role.CLIENT);
    var file = new TranscriptFile(upload, LocalDate.of(2026, 3, 2), null, roles, true, null);
    return switch (visit.desk().receive(Visit.ME, client, file, null)) {
      case Received.Kept kept -> kept.session().id();
      case Received other -> throw new AssertionError(other.getClass().getSimpleName());
    };
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
