package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one does on other days: check-ins, searches kept and coded, consents, codebooks. */
class EverydayIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void oneWordIsKeptInOneLineAndStandsInTheTimeline() {
    Page page = visit.page();
    Visit.show(page, "#/clients/" + visit.client("Heron") + "/check-ins");
    page.getByLabel("One word for this week").fill("<b>louder</b>");
    page.getByLabel("One word for this week").press("Enter");
    Locator words = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("One word"));
    words.getByText("<b>louder</b>").waitFor();
    button(page, "Alliance, a goal").click();
    page.getByText("How we worked together").click();
    page.getByLabel("8", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByLabel("What contributed to it").fill("a bit rushed");
    page.getByLabel("What contributed to it").press("Enter");
    page.getByText("8 · a bit rushed").waitFor();
  }

  @Test
  void aSearchThatCannotBeReadIsMendedInItsField() {
    Page page = visit.page();
    Visit.show(page, "#/quotes");
    page.getByLabel("Words").fill("\"never closed");
    button(page, "Search").click();
    page.getByText("this quotation mark is never closed").waitFor();
    assertThat(page.getByLabel("Words").inputValue()).isEqualTo("\"never closed");
    page.getByLabel("Words").fill("nobody");
    button(page, "Search").click();
    page.locator(".quote").first().waitFor();
  }

  @Test
  void aSecondClientUnderTheSamePseudonymIsAskedAbout() {
    Page page = visit.page();
    Visit.show(page, "#/clients/new");
    page.getByLabel("Pseudonym").fill("heron");
    button(page, "Enter the client").click();
    button(page, "Choose another").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("New client");
    page.getByLabel("Pseudonym").fill("Plover");
    button(page, "Enter the client").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Plover")).waitFor();
  }

  @Test
  void aWordIsTakenBackAndPutBack() {
    Page page = visit.page();
    Visit.show(page, "#/clients/" + visit.client("Quartz") + "/check-ins");
    Locator words = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("One word"));
    String before = words.textContent();
    words.getByText("take back").first().click();
    page.getByText("Taken back. ").waitFor();
    assertThat(words.textContent()).isNotEqualTo(before);
    button(page, "Put it back").click();
    page.getByText("Taken back. ").waitFor(gone());
    assertThat(words.textContent()).isEqualTo(before);
  }

  @Test
  void theCourseSaysFirstWhatMovesAndAnotherProblemIsNamed() {
    Page page = visit.page();
    Visit.show(page, "#/clients/" + visit.client("Quartz"));
    assertThat(page.locator("main").textContent()).contains("shows a rise or a fall");
    Locator parts =
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("On this page"));
    assertThat(parts.textContent()).contains("Feelings", "Problems", "First time said");
    parts.getByText("Problems").click();
    assertThat(page.locator(":focus").textContent()).isEqualTo("Problems");
    button(page, "Name a problem").click();
    page.getByLabel("The problem, in one sentence").fill("<i>Never saying no</i>");
    page.getByLabel("These are the client’s own words").check();
    Looks.right(page, "course-name-a-problem");
    button(page, "Name it").click();
    page.getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName("“<i>Never saying no</i>”"))
        .waitFor();
  }

  @Test
  void wordsThatMaySpeakOfSafetyAreNotLostAmongTheMarks() {
    Page page = visit.page();
    Visit.show(page, "#/sessions/" + visit.session("Maple", 6));
    page.locator(".notice").getByText("Talk of suicide").click();
    assertThat(page.locator(".explain h2").textContent()).isEqualTo("Talk of suicide");
    page.locator(".mark.chosen").first().waitFor();

    // Words that the recording says otherwise.
    page.keyboard().press("a");
    page.getByText("These words were misheard").click();
    page.getByLabel("What was said").waitFor();
  }

  @Test
  void aPassageIsLinkedToItsProblemAndAMissedSessionWrittenDown() {
    Page page = visit.page();
    String client = "#/clients/" + visit.client("Heron");
    Visit.show(page, client);
    Locator problem =
        page.locator(
            ".multiple", new Page.LocatorOptions().setHasText("Passages that may be about it"));
    assertThat(problem.locator(".verdict").textContent()).contains("7 passages");
    problem.getByText("Passages that may be about it").click();
    problem.getByText("It is about this").first().click();
    page.getByText("8 passages").waitFor();

    Visit.show(page, client + "/sessions");
    page.getByText("A session did not take place").click();
    page.getByLabel("Planned for").fill("2026-04-13");
    page.getByLabel("Why, if somebody said").fill("<u>flu</u>");
    button(page, "Write down").click();
    page.locator("td").getByText("<u>flu</u>").waitFor();
    button(page, "Take the missed session of 13 Apr 2026 back").click();
    page.locator("td").getByText("<u>flu</u>").waitFor(gone());
    var saved =
        page.waitForDownload(() -> page.getByLabel("The file of session 1 as it came").click());
    assertThat(saved.suggestedFilename()).isEqualTo("2026-01-12.vtt");
  }

  @Test
  void aSearchIsKeptItsHitsAreCodedAndTheCodesTakenBack() {
    Page page = visit.page();
    Visit.show(page, "#/quotes?q=nobody");
    button(page, "Save this search").click();
    page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Alone with it");
    button(page, "Save", true).click();
    page.getByText("Saved: it is listed under Quotes").waitFor();
    button(page, "Apply a code").click();
    page.getByRole(AriaRole.DIALOG).getByLabel("Code").selectOption("emotion.loneliness");
    button(page, "Apply", true).click();
    page.getByText("codings added").waitFor();
    Visit.show(page, "#/quotes");
    page.getByText("you applied a code to").waitFor();
    button(page, "Take it back").click();
    page.getByText("Taken back").waitFor();
    page.getByText("Alone with it").click();
    page.locator(".quote").first().waitFor();
  }

  @Test
  void aConsentIsTakenBackAfterSayingWhatThatMeans() {
    Page page = visit.page();
    Visit.show(page, "#/clients/" + visit.client("Maple") + "/privacy");
    Locator supervision =
        page.locator(
            ".consents li", new Page.LocatorOptions().setHasText("The supervisor may see"));
    supervision.getByText("A new answer").click();
    supervision.getByText("The client takes it back").click();
    page.getByText("From this moment the supervisor sees nothing").waitFor();
    button(page, "Yes, write it down").click();
    page.locator("td").getByText("refused").waitFor();
    assertThat(supervision.textContent()).contains("✕ refused");
  }

  @Test
  void aCodebookIsChangedWithChecksAndItsVersionsCompared() {
    Page page = visit.page();
    Visit.show(page, "#/codebooks/talk/edit");
    Locator text = page.locator("textarea");
    String before = text.inputValue();
    text.fill(before.replace("version: 1.0.0", "version: 1.1.0") + "  - id: talk.none\n");
    page.locator(".problems li").first().waitFor();
    assertThat(button(page, "Save", true).isDisabled()).isTrue();
    text.fill(
        before
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("- \"It was a Wednesday.\"", "- \"It was a Thursday.\""));
    page.getByText("All well").waitFor();
    button(page, "Save", true).click();
    page.getByText("talk 1.1.0").waitFor();
    page.getByText("Versions").click();
    page.getByText("in force").waitFor();
    button(page, "What changed").click();
    page.locator(".diff .add").getByText("It was a Thursday").waitFor();
    assertThat(page.locator(".diff .gone").allTextContents().toString()).contains("Wednesday");
  }

  @Test
  void whoIsWhoIsPutRightAfterTheUpload() {
    Page page = visit.page();
    Visit.show(page, "#/sessions/" + visit.session("Quartz", 2) + "?who");
    String first = page.locator(".turn").first().getAttribute("class");
    group(page, "Who is C?").getByLabel("Nobody knows").check();
    button(page, "Keep who is who").click();
    page.getByText("Words of which nobody has said whose they are").waitFor();

    Visit.show(page, "#/");
    page.getByText("Session 2: nobody has said whose").click();
    group(page, "Who is C?").getByLabel("Client").check();
    button(page, "Keep who is who").click();
    page.locator(".notice").waitFor(gone());
    Visit.show(page, "#/sessions/" + visit.session("Quartz", 2) + "?who");
    button(page, "Swap the two").click();
    page.getByText("Who is who: T (client), C (therapist)").waitFor();
    assertThat(page.locator(".turn").first().getAttribute("class")).isNotEqualTo(first);
  }

  @Test
  void aCheckInTakesOneWordAndOneKey() {
    Page page = visit.page();
    Visit.show(page, "#/clients/" + visit.client("Heron") + "/check-ins");
    Object before = page.evaluate("performance.now()");
    page.getByLabel("One word for this week").fill("clearer");
    page.getByLabel("One word for this week").press("Enter");
    page.getByText("clearer", new Page.GetByTextOptions().setExact(true)).waitFor();
    Object after = page.evaluate("performance.now()");
    System.out.println(
        "check-in: kept and shown "
            + Math.round(((Number) after).doubleValue() - ((Number) before).doubleValue())
            + " ms after the first key");
    assertThat(page.getByLabel("One word for this week").inputValue()).isEmpty();
  }

  @Test
  void quotesAreNarrowedByWhoCodedThem() throws Exception {
    Page page = visit.page();
    String session = visit.session("Heron", 2);
    Visit.show(page, "#/sessions/" + session);
    page.keyboard().press("j");
    String confirmed = page.locator(".explain blockquote").textContent();
    page.keyboard().press("y");
    page.getByText("1 of").first().waitFor();
    visit.desk().settle();

    Visit.show(page, "#/quotes");
    page.getByLabel("Coded by").selectOption("confirmed");
    button(page, "Search").click();
    page.locator(".quote").first().waitFor();
    assertThat(page.locator(".quote").allTextContents())
        .allSatisfy(text -> assertThat(text).contains("✓"))
        .anySatisfy(text -> assertThat(text).contains(confirmed));
    Looks.right(page, "quotes-confirmed");

    // Words coded by hand are found as a person's.
    Visit.show(page, "#/quotes?q=coat&client=" + visit.client("Heron"));
    String all = page.getByText("from the clients whose").textContent();
    button(page, "Apply a code").click();
    page.getByRole(AriaRole.DIALOG).getByLabel("Code").selectOption("emotion.fear");
    button(page, "Apply", true).click();
    page.getByText("codings added").waitFor();
    visit.desk().settle();
    page.reload();
    Visit.settled(page);
    page.locator(".facets").getByText("a person").click();
    page.waitForURL("**from=people**");
    Visit.settled(page);
    assertThat(page.getByText("from the clients whose").textContent()).isEqualTo(all);
    assertThat(page.url()).contains("from=people");
    assertThat(page.locator(".quote").first().textContent()).contains("person");
    button(page, "Save this search").click();
    page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Coats of mine");
    button(page, "Save", true).click();
    page.getByText("Saved: it is listed under Quotes").waitFor();
    Visit.show(page, "#/quotes");
    assertThat(page.locator("main").textContent()).contains("coat source:people");
  }

  @Test
  void moreLikeThisSaysThatItIsSwitchedOff() {
    Page page = visit.page();
    Visit.show(page, "#/quotes?q=nobody");
    assertThat(page.locator(".quote").first().textContent()).contains("· rule");
    page.getByText("More like this").first().click();
    page.getByText("Finding by meaning is switched off").waitFor();
    Looks.right(page, "quotes-like-off");
  }

  private static Locator group(Page page, String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static Locator button(Page page, String name) {
    return button(page, name, false);
  }

  private static Locator button(Page page, String name, boolean exact) {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(exact))
        .first();
  }
}
