package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page for those who are not the client's clinician. */
class RolesIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void theSupervisorReadsACourseWithItsEvidenceAndASnapshot() {
    Page page = visit.signedIn(People.SUPERVISOR, Visit.WIDE, ColorScheme.LIGHT);
    assertThat(page.locator("h2").allTextContents())
        .as("Quartz has not agreed to supervision")
        .containsExactly("Heron", "Maple");
    assertThat(page.getByText("New client").count()).isZero();
    page.locator(".trend-marks li").last().waitFor();
    Visit.screenshot(page, "supervisor-caseload-1280-light");
    assertThat(EveryViewIT.serious(page)).isEmpty();

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Heron")).click();
    page.getByText("Choose a point to read the words behind it").waitFor();
    assertThat(page.getByText("Upload").count()).isZero();
    assertThat(page.getByText("Review it").count()).isZero();
    page.locator(".quotes-of summary").first().click();
    page.locator(".pane.for blockquote").first().waitFor();
    assertThat(page.locator("main").textContent()).doesNotContain("null", "undefined");
    Visit.screenshot(page, "supervisor-course-1280-light");

    page.getByText("Check-ins and goals").click();
    page.getByText("is shown to the clinician only").waitFor();
    assertThat(page.locator("main").textContent())
        .as("words that are not sent are not called missing")
        .contains("8 times, from 17 Jan 2026")
        .doesNotContain("nothing written down", "“”");
    Looks.right(page, "supervisor-check-ins");

    page.getByText("Reports").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Supervision snapshot"))
        .first()
        .waitFor();
    assertThat(page.locator(".paper").textContent())
        .contains("Supervision snapshot: Heron", "2026-03-30")
        .doesNotContain("[number]");
    assertThat(page.getByText("Word", new Page.GetByTextOptions().setExact(true)).count()).isZero();
    Visit.screenshot(page, "supervisor-snapshot-1280-light");

    Visit.show(page, "#/quotes?q=nobody");
    assertThat(page.locator(".quote").count()).isPositive();
    assertThat(page.locator("main").textContent()).doesNotContain("Quartz");
    Locator tagged =
        page.locator(".quote", new Page.LocatorOptions().setHasText(Pattern.compile("\\[name]")));
    int before = tagged.count();
    tagged.first().getByText("Who is it?").click();
    page.getByLabel("It is for").selectOption("identity_check");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show them")).click();
    page.waitForFunction(
        "n => [...document.querySelectorAll('.quote blockquote')].filter(quote =>"
            + " quote.textContent.includes('[name]')).length < n",
        before);
    Visit.show(page, "#/sessions/" + visit.session("Heron", 1));
    assertThat(page.locator("[role=alert]").first().isVisible())
        .as("never a whole transcript")
        .isTrue();
  }

  @Test
  void theResearcherSeesNoClientAndReadsTheCodebooks() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.DARK);
    assertThat(page.locator("main").textContent()).doesNotContain("Heron", "Maple", "Quartz");
    page.locator("[data-nav=research]").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Research")).waitFor();
    Visit.screenshot(page, "research-1280-dark");
    assertThat(EveryViewIT.serious(page)).isEmpty();
    Visit.show(page, "#/clients/" + visit.client("Heron"));
    assertThat(page.locator("main").textContent()).doesNotContain("Going silent");
    page.locator("[data-nav=codebooks]").click();
    page.getByText("Talk of change").click();
    page.getByText("Edit").first().click();
    page.locator("textarea").fill("codebook: talk\nversion: 2.0.0\n");
    page.locator(".problems li").first().waitFor();
    List<String> problems = page.locator(".problems li").allTextContents();
    assertThat(problems.toString()).contains("language", "codes");
  }

  @Test
  void thePrivacyOfficerSeesConsentsAndTheLogAndErasesWithACertificate() {
    Page page = visit.signedIn(People.OFFICER, Visit.WIDE, ColorScheme.LIGHT);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quartz")).click();
    page.getByText("What the client agreed to").waitFor();
    assertThat(page.locator("main").textContent())
        .contains("Treatment analysis", "✓ agreed")
        .doesNotContain("Work eats everything");
    page.getByText("Show the log").click();
    page.locator("td").getByText("consent", new Locator.GetByTextOptions()).first().waitFor();
    Visit.screenshot(page, "officer-privacy-1280-light");
    assertThat(EveryViewIT.serious(page)).isEmpty();
    page.getByText("Erase this client").click();
    page.getByLabel("Type the pseudonym to go on").fill("Quartz");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase for good")).click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Certificate of erasure"))
        .or(page.getByText("Is it you?"))
        .first()
        .waitFor();
    if (page.getByText("Is it you?").isVisible()) {
      page.getByLabel("Code from your phone app").fill(People.PASSWORD);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on")).click();
    }
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Certificate of erasure"))
        .waitFor();
    assertThat(page.locator(".paper").textContent()).contains("Keys destroyed", "Rows deleted");
    Visit.screenshot(page, "officer-certificate-1280-light");
  }
}
