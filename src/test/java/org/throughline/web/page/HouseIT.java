package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever keeps accounts: lets somebody in, ties them to clients, locks somebody out. */
class HouseIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void anAdministratorLetsSomebodyInWhoSetsTheAccountUp() {
    Page page = visit.signedIn(People.ADMIN, Visit.WIDE, ColorScheme.LIGHT);
    assertThat(page.locator("main").textContent()).doesNotContain("Heron", "Maple", "Quartz");
    page.locator("[data-nav=accounts]").click();
    page.locator("table").first().waitFor();
    assertThat(page.locator("main").textContent())
        .as("whoever keeps accounts is told no pseudonym")
        .contains("ada treats client")
        .doesNotContain("Heron", "Maple", "Quartz");

    page.getByText("A new account").click();
    page.getByLabel("Name for signing in").fill("petra");
    page.getByLabel("Clinician treats").check();
    button(page, "Enter the account").click();
    String secret = page.locator(".secret").textContent();
    page.getByText("A new tie").click();
    page.locator("select[name=subject]").selectOption("petra");
    page.getByLabel("whom").fill(visit.client("Quartz"));
    button(page, "Tie").click();
    page.getByText("petra treats client").waitFor();
    button(page, "Lock out: noa").click();
    page.getByRole(AriaRole.DIALOG).getByText("Lock out", exactly()).click();
    page.locator("td .tag").getByText("locked out").waitFor();
    button(page, "Check the log").click();
    page.getByText("nothing was altered").waitFor();
    Looks.right(page, "accounts");

    Page other = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(other, "#/setup");
    other.getByLabel("One-time secret").fill(secret);
    other.getByLabel("New password").fill("copper teapot under nine stairs");
    button(other, "Set up the account").click();
    other.locator("svg.qr").waitFor();
    assertThat(other.locator(".empty").textContent()).contains("petra");
    Looks.right(other, "set-up");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
