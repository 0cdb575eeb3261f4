package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first things one sees: the way in, and the caseload. */
class FirstLookIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void whoeverIsNotSignedInSeesNothingButTheWayIn() {
    Page page = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/quotes");
    assertThat(page.locator("h1").textContent()).isEqualTo("Sign in");
    page.getByLabel("Name").fill(People.CLINICIAN);
    page.getByLabel("Password").fill("not the password");
    page.getByLabel("Password").press("Enter");
    page.getByText("Name, password or code is wrong").waitFor();
    assertThat(page.locator("nav").isVisible()).isFalse();
  }

  @Test
  void theCaseloadNamesEveryClientAndWhatNeedsALook() {
    Page page = visit.page();
    assertThat(page.locator("h2").allTextContents()).contains("Heron", "Maple", "Quartz");
    page.getByText("Words that may speak of safety in session 6").waitFor();
    page.getByText("a tentative rise, more sessions may undo it").first().waitFor();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maple")).click();
    page.getByText("Choose a point to read the words behind it").waitFor();
    assertThat(page.title()).isEqualTo("Maple · Throughline");
  }

  @Test
  void signingOutClosesThePage() {
    Page page = visit.window(Visit.WIDE, ColorScheme.DARK);
    Visit.signIn(page, People.SUPERVISOR);
    page.getByText("Sign out").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")).waitFor();
    page.reload();
    page.getByLabel("Password").waitFor();
  }
}
