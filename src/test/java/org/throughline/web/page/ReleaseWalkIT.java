package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Releasing;
import org.throughline.desk.view.ReviewView;
import org.throughline.transcript.Span;

/** From the identity card to the release: a clinician, a reviewer and a privacy officer. */
class ReleaseWalkIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void aSessionGoesToResearch() {
    Page clinician = visit.page();
    Visit.show(clinician, "#/clients/" + visit.client("Heron") + "/privacy");
    clinician.getByText("Open the card").click();
    clinician.getByLabel("Relatives").fill("Wrenna\n<b>Nico</b>");
    button(clinician, "Keep the card").click();
    clinician.getByText("Kept, 2 lines").waitFor();
    Looks.right(clinician, "identity-card");

    Page reviewer = visit.signedIn(People.REVIEWER, Visit.WIDE, ColorScheme.LIGHT);
    reviewer.locator("[data-nav=release]").click();
    button(reviewer, "De-identify").click();
    // One that a single reviewer may approve.
    Locator review =
        reviewer
            .locator("tr", new Page.LocatorOptions().setHasText("0, takes 1"))
            .getByText("review", new Locator.GetByTextOptions().setExact(true))
            .first();
    review.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    Looks.right(reviewer, "release-queue");
    review.click();
    button(reviewer, "Open the review").click();
    button(reviewer, "Mask it").waitFor();

    noKeyActsOnWhatIsNotShown(reviewer);

    // Words that the program did not see, then all that waits, with keys.
    select(reviewer);
    reviewer.keyboard().press("1");
    reviewer.getByText("Marked, and looked for everywhere").waitFor();
    Looks.right(reviewer, "release-review");
    for (int left = waiting(reviewer); left > 0; left = waiting(reviewer)) {
      reviewer.keyboard().press("Y");
      reviewer.waitForFunction(
          "left => parseInt(document.querySelector('.progress strong').textContent) < left", left);
    }
    reviewer.keyboard().press("r");
    assertThat(reviewer.locator(".turn strong").count()).isPositive();
    assertThat(reviewer.locator(".turns").textContent()).doesNotContain("Wrenna");
    // Another reviewer decides meanwhile: what this one has read is not what would be approved.
    String session = reviewer.url().replaceAll(".*/", "");
    Releasing gate = visit.desk().releasing();
    ReviewView.TurnMarks turn = marked(gate, session);
    ReviewView.MarkView mark = turn.marks().getFirst();
    gate.accept(Visit.ME, session, turn.turn(), new Span(mark.start(), mark.end()));
    button(reviewer, "I have read it all: approve").click();
    reviewer.getByText("look at it again").waitFor();
    assertThat(gate.standing(Visit.ME, session).approved()).isZero();
    button(reviewer, "I have read it all: approve").click();
    reviewer.getByText("You have approved it").waitFor();

    Page officer = visit.signedIn(People.OFFICER, Visit.WIDE, ColorScheme.LIGHT);
    officer.locator("[data-nav=release]").click();
    officer.getByText("To let go").waitFor();
    assertThat(officer.locator("main").textContent()).doesNotContain("Wrenna");
    button(officer, "Release: Heron").click();
    officer.getByText("released", new Page.GetByTextOptions().setExact(true)).waitFor();
    Looks.right(officer, "release-let-go");
    assertThat(visit.desk().releasing().released(Visit.ME).all()).hasSize(1);
    button(officer, "Call back: Heron").click();
    officer.getByRole(AriaRole.DIALOG).getByText("Cancel").click();
    officer.waitForFunction(
        "() => document.activeElement.getAttribute('aria-label')?.startsWith('Call back: Heron')");
    assertThat(officer.locator("#said").textContent()).doesNotContain("Called back");
    assertThat(visit.desk().releasing().released(Visit.ME).all()).hasSize(1);
    button(officer, "Call back: Heron").click();
    officer.getByRole(AriaRole.DIALOG).getByText("Call it back").click();
    button(officer, "Call back: Heron")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    assertThat(visit.desk().releasing().released(Visit.ME).all()).isEmpty();
  }

  /** A turn in which the program masks something by itself. */
  private static ReviewView.TurnMarks marked(Releasing gate, String session) {
    return gate.review(Visit.ME, session).turns().stream()
        .filter(turn -> !turn.marks().isEmpty())
        .filter(turn -> turn.marks().getFirst().standing().equals("masked"))
        .findFirst()
        .orElseThrow();
  }

  /** With words selected no stretch is decided about; with a stretch open no words are marked. */
  private static void noKeyActsOnWhatIsNotShown(Page reviewer) {
    List<String> sent = new ArrayList<>();
    reviewer.onRequest(
        request -> {
          if (!request.method().equals("GET")) {
            sent.add(request.url());
          }
        });
    int before = waiting(reviewer);
    select(reviewer);
    assertThat(reviewer.locator(".pii.chosen").count()).isZero();
    for (String key : List.of("y", "n", "Y", "N")) {
      reviewer.keyboard().press(key);
    }
    reviewer.getByText("No stretch is chosen", exactly()).waitFor();
    reviewer.keyboard().press("j");
    button(reviewer, "Mask it").waitFor();
    reviewer.keyboard().press("1");

    select(reviewer);
    reviewer.keyboard().press("r");
    reviewer.keyboard().press("1");
    reviewer.keyboard().press("r");
    reviewer.getByText("No stretch is chosen:").waitFor();
    assertThat(sent).isEmpty();
    assertThat(waiting(reviewer)).isEqualTo(before);
  }

  /** Selects words in which the program saw nothing. */
  private static void select(Page reviewer) {
    reviewer.evaluate(
        """
        () => {
          const p = [...document.querySelectorAll('.turn p')].find(p => !p.querySelector('.pii') && p.textContent.length > 40);
          const text = p.firstChild;
          getSelection().setBaseAndExtent(text, 0, text, 5);
          p.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
        }
        """);
    reviewer.getByText("What is it?").waitFor();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static int waiting(Page page) {
    return Integer.parseInt(
        page.locator(".progress strong").textContent().replaceAll("[^0-9].*", ""));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
