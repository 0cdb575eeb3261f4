package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A study from its question to its themes, by two researchers who see neither client nor day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResearchIT {

  @RegisterExtension static final Visit visit = new Visit();

  /** Names that would be markup if anything here were. */
  private static final String NAME = "Staying <img src=x onerror=window.hit=1>";

  private static final String CODES =
      "Staying: on <script>window.hit=1</script> purpose\n  Alone\nFear \u202Egnirts\u202C";

  @BeforeAll
  static void release() {
    Corpus.release(visit.desk(), "Heron");
  }

  @Test
  @Order(1)
  void aStudyIsBegunAndSharedOut() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    page.locator("[data-nav=research]").click();
    page.getByText("No study yet").waitFor();
    Looks.right(page, "research-empty");
    page.getByLabel("Name").fill(NAME);
    page.getByLabel("Question").fill("Who stays, and how?");
    page.getByLabel("Sessions of each client").fill("2");
    button(page, "Begin the study").click();
    button(page, "Pin the corpus").click();
    page.getByText("2 sessions of 1 client pinned").waitFor();
    page.locator("textarea").fill(CODES);
    button(page, "Keep the codes").click();
    page.locator(".tree").first().waitFor();
    page.getByLabel(People.RESEARCHER).check();
    page.getByLabel(People.SECOND_CODER).check();
    button(page, "Share the sessions out").click();
    page.getByText("0 of your 2 sessions finished").waitFor();
    assertThat(page.locator("h1").textContent()).isEqualTo(NAME);
    assertThat(page.locator(".tree").first().textContent())
        .contains("on <script>window.hit=1</script> purpose");
    Looks.right(page, "study");
    assertThat(page.evaluate("window.hit")).isNull();
  }

  @Test
  @Order(2)
  void eachCodesAloneWithKeysOnly() {
    Page first = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    open(first);
    first.getByText("Code your session 1").click();
    first.getByText("Turn 1 of").waitFor();
    assertThat(first.locator("main").textContent())
        .doesNotContain("Heron", "2026", People.SECOND_CODER);
    first.keyboard().press("j");
    first.keyboard().press("1");
    first.locator(".turn.here .line").first().waitFor();
    first.keyboard().press("j");
    first.keyboard().press("s");
    assertThat(first.locator(".mark.chosen").count()).isPositive();
    first.keyboard().press("l");
    first.keyboard().press("2");
    first.locator(".turn.here .is-confirmed").first().waitFor();
    first.keyboard().press("x");
    first.getByText("Nothing marked here yet").waitFor();
    first.keyboard().press("3");
    first.locator(".turn.here .is-confirmed").first().waitFor();

    // A second code goes on the same words, and a key held down acts once.
    first.keyboard().press("2");
    Locator words = first.locator("aside .plain-list q");
    words.nth(1).waitFor();
    assertThat(words.nth(1).textContent()).isEqualTo(words.first().textContent());
    first.keyboard().down("j");
    first.keyboard().down("j");
    first.keyboard().up("j");
    first.getByText("Turn 4 of").waitFor();
    first.getByText("A memo on this session").click();
    first.getByLabel("Others read it once").fill("jx1 <b>is it fear?</b>");
    button(first, "Write").click();
    first.getByText("Written: it stands under Memos").waitFor();
    first.getByText("Turn 4 of").waitFor();
    Looks.right(first, "study-coding");
    finish(first);
    first.getByText("Your session 2").click();
    first.getByText("Turn 1 of").waitFor();
    finish(first);

    Page second = visit.signedIn(People.SECOND_CODER, Visit.WIDE, ColorScheme.LIGHT);
    open(second);
    second.getByText("still blind").first().waitFor();
    for (int session = 1; session <= 2; session++) {
      second.getByText("Code your session " + session).click();
      second.getByText("Turn 1 of").waitFor();
      assertThat(second.locator(".turn .line").count())
          .as("what the other marked is not to be seen")
          .isZero();
      second.keyboard().press("j");
      second.keyboard().press("1");
      second.locator(".turn.here .line").first().waitFor();
      finish(second);
      open(second);
    }
  }

  @Test
  @Order(3)
  void theyCompareSettleAndRead() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    open(page);
    assertThat(page.locator("main").textContent())
        .contains("jx1 <b>is it fear?</b>", "you, on your session 1");
    page.locator("td a").first().click();
    page.locator(".place").first().waitFor();
    Looks.right(page, "study-side-by-side");
    while (page.locator(".place", without("✓", "✕")).count() > 0) {
      int open = page.locator(".place", without("✓", "✕")).count();
      page.locator(".place", without("✓", "✕")).first().locator(".actions button").first().click();
      page.waitForFunction(
          "open => [...document.querySelectorAll('.place')].filter(p =>"
              + " !/[✓✕]/.test(p.textContent)).length < open",
          open);
    }
    page.getByText("0 to settle").waitFor();

    open(page);
    page.getByText("Agreement", exactly()).click();
    page.getByText("judgements").first().waitFor();
    assertThat(page.locator("table").first().textContent()).contains("95 % interval", "alpha");
    assertThat(page.locator("main").textContent()).contains("Given in", "client");
    Looks.right(page, "study-agreement");

    open(page);
    page.getByText("Themes", exactly()).click();
    page.getByText("Codes by clients").first().waitFor();
    assertThat(page.locator("main").textContent())
        .as("one client is no group")
        .contains("below ten a row could point at somebody");
    page.locator("main select").selectOption("staying");
    page.locator(".quote blockquote").first().waitFor();
    Looks.right(page, "study-themes");
    assertThat(page.evaluate("window.hit")).isNull();
    assertThat(page.locator("main script, main iframe, main img").count()).isZero();
  }

  private static void open(Page page) {
    Visit.show(page, "#/research");
    page.locator("a.card").first().click();
    page.getByText("What was found").waitFor();
  }

  private static void finish(Page page) {
    button(page, "I have finished this session").click();
    page.getByRole(AriaRole.DIALOG).getByText("Finished", inside()).click();
    button(page, "I have finished this session")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static Page.LocatorOptions without(String... signs) {
    return new Page.LocatorOptions()
        .setHasNotText(java.util.regex.Pattern.compile(String.join("|", signs)));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByTextOptions inside() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
