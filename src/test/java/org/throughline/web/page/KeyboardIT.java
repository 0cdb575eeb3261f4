package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything can be done without a mouse: nothing here is ever clicked. */
class KeyboardIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void fromTheLoginToTheNote() {
    Page page = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    page.getByLabel("Name").waitFor();

    // The skip link leads past the navigation.
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to content");
    page.keyboard().press("Enter");
    assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("main");
    tabTo(page, "input[name=name]");
    page.keyboard().type(People.CLINICIAN);
    tabTo(page, "input[name=password]");
    page.keyboard().type(People.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector("body[data-signed-in=yes]");
    page.locator("h2 a").first().waitFor();

    tabTo(page, "h2 a");
    page.keyboard().press("Enter");
    page.getByText("Choose a point to read the words behind it").waitFor();

    // Into a chart, along its points with the arrows, and into what stands behind one.
    tabTo(page, ".point");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Enter");
    page.locator(".opened .panes").waitFor();
    assertThat(page.locator(".point[aria-expanded=true]").getAttribute("aria-label"))
        .contains("session 6");

    tabTo(page, ".opened p > a");
    page.keyboard().press("Enter");
    page.getByText("marks looked at").waitFor();
    page.keyboard().press("j");
    page.keyboard().press("y");
    page.getByText("1 of").first().waitFor();
    page.keyboard().press("n");
    page.getByText("2 of").first().waitFor();
    page.keyboard().press("u");
    page.getByText("1 of").first().waitFor();
    page.keyboard().press("Escape");
    assertThat(page.locator(".mark.chosen").count()).isZero();

    page.keyboard().press("?");
    assertThat(page.locator("dialog").textContent()).contains("Next mark", "Confirm the mark");
    page.keyboard().press("Escape");
    page.locator("dialog")
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

    tabTo(page, "a[href*='/note']");
    page.keyboard().press("Enter");
    page.locator("textarea").waitFor();
    tabTo(page, "textarea");
    page.keyboard().press("ControlOrMeta+End");
    page.keyboard().type("Stairs again.");
    assertThat(page.locator("textarea").inputValue()).endsWith("Stairs again.");

    page.keyboard().press("Escape");
    tabTo(page, "[data-nav=quotes]");
    page.keyboard().press("Enter");
    tabTo(page, "input[name=q]");
    page.keyboard().type("nobody");
    page.keyboard().press("Enter");
    page.locator(".quote").first().waitFor();
  }

  @Test
  void singleKeysCanBeTurnedOffAndNeverFireInFields() {
    Page page = visit.page();
    Visit.show(page, "#/sessions/" + visit.session("Quartz", 2));
    page.keyboard().press("?");
    page.locator("dialog input").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(page.locator(".mark.chosen").count()).isZero();
    page.evaluate("localStorage.clear()");
    page.keyboard().press("j");
    page.locator(".mark.chosen").first().waitFor();
  }

  /** Presses Tab until the focus is there; a trap or a missing stop fails. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      if ((boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError(selector + " cannot be reached with Tab");
  }
}
