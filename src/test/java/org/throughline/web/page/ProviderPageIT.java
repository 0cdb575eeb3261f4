package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.access.AccountRole;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;
import org.throughline.identity.SmallProvider;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.web.Server;
import org.throughline.web.ServerSettings;

/** A real browser goes to the identity provider and back, with cookies as browsers keep them. */
class ProviderPageIT {

  @TempDir Path folder;

  @Test
  void theButtonLeadsThereAndBackAndAFreshProofTakesAnotherTab() throws Exception {
    try (SmallProvider clinic = SmallProvider.start();
        Desk desk = Practice.open(folder.resolve("practice"));
        Server server = Server.start(desk, ServerSettings.demo(0).with(clinic.settings()));
        Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      AccountRecord ada =
          server.accounts().addForDemo("ada", Set.of(AccountRole.CLINICIAN), People.PASSWORD);
      Page page = browser.newPage();
      page.navigate(server.address());
      signIn(page);
      page.getByText("You have no account here").waitFor();
      assertThat(page.url()).endsWith("/#/");

      desk.house()
          .staff(server.accounts())
          .link(Actor.program("test"), ada.id(), clinic.issuer().toString(), SmallProvider.SUBJECT);
      signIn(page);
      page.waitForSelector("body[data-signed-in=yes]");
      assertThat(page.locator("#who").textContent()).contains("ada");

      page.evaluate(
          "() => { import('/page/views/sign-in.js')"
              + ".then((it) => it.prove()).then((is) => { window.proved = is; }); }");
      Page other = page.context().waitForPage(() -> button(page, "Prove it with Clinic login"));
      other.getByText("You have proved who you are").waitFor();
      button(page, "Go on");
      page.waitForFunction("() => window.proved === true");

      // A proof that does not count says why, in the tab that asked for it.
      clinic.does(SmallProvider.Wrong.LETS_IN_WITHOUT_ASKING);
      page.evaluate("() => { import('/page/views/sign-in.js').then((it) => it.prove()); }");
      Page refused = page.context().waitForPage(() -> button(page, "Prove it with Clinic login"));
      refused.getByText("did not ask afresh who you are").waitFor();
      refused.close();

      // Where the browser opens no tab, there is a link.
      page.evaluate("() => { window.open = () => null; }");
      button(page, "Prove it with Clinic login");
      page.getByText("The browser opened no tab").waitFor();
    }
  }

  private static void signIn(Page page) {
    button(page, "Sign in with Clinic login");
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }
}
