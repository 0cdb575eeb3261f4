package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.access.Accounts;
import org.throughline.access.Phone;
import org.throughline.access.Rates;
import org.throughline.record.Actor;
import org.throughline.web.Server;
import org.throughline.web.ServerSettings;

/** What everybody does with their own account: another password, another phone, tokens. */
class AccountIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final String ANOTHER = "seven copper teapots under the stairs";

  @Test
  void aTokenIsShownOnceDoesWhatItSaysAndIsTakenBack() throws Exception {
    Page page = visit.page();
    page.getByTitle("Your own account").click();
    page.getByText("No program asks in your name").waitFor();
    Looks.right(page, "account");
    page.getByText("A new token").click();
    assertThat(page.locator("fieldset").textContent())
        .as("what takes a fresh proof, or another role, is not offered")
        .contains("upload transcripts", "(clients’ words)")
        .doesNotContain("export_client", "erase", "read the audit log");
    page.getByLabel("What it is for").fill("<b>nightly</b>");
    button(page, "Make the token").click();
    page.getByText("Choose at least one thing").waitFor();
    page.getByLabel("list clients:").check();
    page.getByLabel("Good for").selectOption("7");
    Looks.right(page, "account-new-token");
    button(page, "Make the token").click();
    String token = page.locator(".secret").textContent();
    assertThat(token).startsWith("tl_");
    Locator listed = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Tokens"));
    assertThat(listed.textContent()).contains("<b>nightly</b>", "May list clients:", "7 days left");
    Looks.right(page, "account-token");
    assertThat(asked("/clients", token)).isEqualTo(200);
    assertThat(asked("/quotes?q=nobody", token)).isEqualTo(403);

    page.reload();
    Visit.settled(page);
    assertThat(page.locator("main").textContent()).doesNotContain(token);
    button(page, "Take back <b>nightly</b>").click();
    page.getByRole(AriaRole.DIALOG).getByText("Take it back").click();
    page.getByText("1 token that ended").waitFor();
    assertThat(asked("/clients", token)).isEqualTo(401);
  }

  @Test
  void anotherPasswordEndsEveryOtherSignIn() {
    Page other = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    Visit.signIn(other, People.SECOND_CODER);
    other.waitForSelector("body[data-signed-in=yes]");
    Page page = visit.window(Visit.PHONE, ColorScheme.DARK);
    Visit.signIn(page, People.SECOND_CODER);
    page.waitForSelector("body[data-signed-in=yes]");
    Visit.show(page, "#/account");

    change(page, "not the password", ANOTHER, ANOTHER);
    page.getByText("That is not right").waitFor();
    assertThat(page.locator("h1").textContent())
        .as("a wrong password here signs nobody out")
        .isEqualTo("Your account");
    change(page, People.PASSWORD, ANOTHER, ANOTHER + ".");
    page.getByText("not the same both times").waitFor();
    change(page, People.PASSWORD, "password1234", "password1234");
    page.getByText("too easy to guess").waitFor();
    change(page, People.PASSWORD, ANOTHER, ANOTHER);
    page.getByText("everywhere else you are signed out").waitFor();

    Visit.show(other, "#/codebooks");
    other.getByText("You have been signed out").waitFor();
    button(page, "Sign out here").click();
    page.getByText("No account yet").waitFor();
    page.getByLabel("Name").fill(People.SECOND_CODER);
    page.getByLabel("Password").fill(ANOTHER);
    page.getByLabel("Password").press("Enter");
    page.waitForSelector("body[data-signed-in=yes]");
  }

  @Test
  void aLostMachineIsSignedOutFromHere() {
    Page lost = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    Visit.signIn(lost, People.REVIEWER);
    lost.waitForSelector("body[data-signed-in=yes]");
    Page page = visit.window(Visit.WIDE, ColorScheme.LIGHT);
    Visit.signIn(page, People.REVIEWER);
    page.waitForSelector("body[data-signed-in=yes]");
    Visit.show(page, "#/account");
    button(page, "Sign out everywhere else").click();
    page.getByText("Signed out everywhere but here").waitFor();
    Visit.show(lost, "#/release");
    lost.getByText("You have been signed out").waitFor();
    Visit.show(page, "#/release");
    assertThat(page.locator("h1").textContent()).doesNotContain("Sign in");
  }

  @Test
  void anotherPhoneTakesThePlaceOfThePresentOne() {
    Accounts accounts =
        visit.desk().house().accounts(AccountSettings.USUAL, new Rates(Clock.systemUTC()));
    String secret = accounts.invite(Actor.program("test"), "vera", Set.of(AccountRole.RESEARCHER));
    Accounts.Enrolment first = accounts.setUp(secret, ANOTHER).orElseThrow();
    Phone old = new Phone(first.totpSecret());
    try (Server strict = Server.start(visit.desk(), ServerSettings.loopback(0))) {
      Page page = visit.window(Visit.WIDE, ColorScheme.LIGHT);
      page.navigate(strict.address());
      signIn(page, old.code());
      page.waitForSelector("body[data-signed-in=yes]");
      Visit.show(page, "#/account");
      Looks.right(page, "account-second-factor");
      Locator form = page.locator("form", new Page.LocatorOptions().setHasText("present phone"));
      form.getByLabel("Password").fill(ANOTHER);
      form.getByLabel("Code").fill("000000");
      button(page, "Set up another phone").click();
      page.getByText("That is not right").waitFor();
      form.getByLabel("Code").fill(first.recoveryCodes().getFirst());
      button(page, "Set up another phone").click();
      page.locator("svg.qr").waitFor();
      Looks.right(page, "account-another-phone");
      Phone fresh = new Phone(page.locator(".secret").first().textContent().replace(" ", ""));
      button(page, "Done: hide them").click();
      page.locator("svg.qr")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

      page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
      page.getByLabel("Name").waitFor();
      signIn(page, old.code());
      page.getByText("Name, password or code is wrong").waitFor();
      signIn(page, fresh.code());
      page.waitForSelector("body[data-signed-in=yes]");
    }
  }

  private static void signIn(Page page, String code) {
    page.getByLabel("Name").fill("vera");
    page.getByLabel("Password").fill(ANOTHER);
    page.getByLabel("Code").fill(code);
    page.getByLabel("Code").press("Enter");
  }

  private static void change(Page page, String present, String fresh, String again) {
    page.getByLabel("Present password").fill(present);
    page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(fresh);
    page.getByLabel("New password again").fill(again);
    page.getByLabel("New password again").press("Enter");
  }

  private static int asked(String path, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(visit.address() + "api/v1" + path))
              .header("Authorization", "Bearer " + token)
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
