package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coder trains against an expert's key before anything counts. */
class TrainingIT {

  @RegisterExtension static final Visit visit = new Visit();

  @BeforeAll
  static void release() {
    Corpus.release(visit.desk(), "Heron");
  }

  @Test
  void whoeverFinishesSeesWhereTheKeyDiffersCodeByCode() {
    Page lead = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    beginStudy(lead, "Against the key");
    shareOut(lead, "training", People.SECOND_CODER, 1);
    lead.getByText("no session has a key").waitFor();
    shareOut(lead, "key", People.RESEARCHER, 1);
    lead.getByText("0 of your 1 session of the key finished").waitFor();
    shareOut(lead, "training", People.RESEARCHER, 1);
    lead.getByText("whoever writes the key cannot train against it").waitFor();
    shareOut(lead, "training", People.SECOND_CODER, 1);
    lead.getByText(Pattern.compile("Coding: .*" + People.SECOND_CODER)).waitFor();

    // The trainee is done first: the key is not there yet.
    Page trainee = visit.signedIn(People.SECOND_CODER, Visit.WIDE, ColorScheme.LIGHT);
    open(trainee);
    trainee.getByText("counts in no figure").waitFor();
    trainee.getByText("Train on session 1").click();
    code(trainee, 1, "1", "2");
    code(trainee, 2, "2");
    code(trainee, 3, "3");
    finish(trainee);
    trainee.getByText("See it against the key").click();
    trainee.getByText("The expert has not finished the key").waitFor();
    Looks.right(trainee, "training-not-yet");

    open(lead);
    lead.getByText("Code for the key: session 1").click();
    code(lead, 1, "1");
    code(lead, 2, "3");
    code(lead, 4, "2");
    finish(lead);

    open(trainee);
    trainee.getByText("Against the key:").waitFor();
    trainee.getByText("session 1", new Page.GetByTextOptions().setExact(true)).click();
    trainee.getByText("Of the 3 codings of the key you have 1").waitFor();
    assertThat(trainee.locator("main").textContent())
        .contains(
            "Of your 4 codings, 3 are not in the key", "Fear in the key, Alone by you: 1 time");
    assertThat(row(trainee, "Staying")).containsExactly("1", "1", "0", "0", "0");
    assertThat(row(trainee, "Alone")).containsExactly("1", "0", "0", "1", "2");
    assertThat(row(trainee, "Fear")).containsExactly("1", "0", "1", "0", "1");
    assertThat(trainee.locator(".place").count()).isEqualTo(4);
    assertThat(trainee.locator(".place").first().textContent()).contains("+ only yours");
    trainee.keyboard().press("j");
    trainee.keyboard().press("j");
    assertThat(trainee.locator(".place.here").textContent()).contains("≠ another code");
    Looks.right(trainee, "training");
    trainee.getByText("all 5").click();
    trainee.getByText("✓ alike").first().waitFor();
  }

  /** Whoever saw the key cannot code the session blind. */
  @Test
  void sessionsForTrainingAreForNothingElse() {
    Page lead = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    beginStudy(lead, "Nothing else");
    shareOut(lead, "key", People.RESEARCHER, 1);
    lead.getByText("0 of your 1 session of the key finished").waitFor();
    shareOut(lead, "coding", People.SECOND_CODER, null);
    lead.locator(".table tbody tr").first().waitFor();
    assertThat(lead.locator(".table tbody tr").count()).isEqualTo(1);
  }

  private static void beginStudy(Page page, String name) {
    Visit.show(page, "#/research");
    Locator form = page.locator("form.empty");
    if (!form.isVisible()) {
      page.getByText("A new study").click();
    }
    page.getByLabel("Name").fill(name);
    page.getByLabel("Sessions of each client").fill("2");
    button(page, "Begin the study").click();
    button(page, "Pin the corpus").click();
    page.getByText("2 sessions of 1 client pinned").waitFor();
    page.locator("textarea").fill("Staying: on purpose\nAlone\nFear: said or shown");
    button(page, "Keep the codes").click();
    page.locator(".tree").first().waitFor();
  }

  private static void shareOut(Page page, String duty, String coder, @Nullable Integer many) {
    Locator form =
        page.locator("form", new Page.LocatorOptions().setHasText("Share the sessions out"));
    if (!form.isVisible()) {
      page.getByText("Share sessions out").click();
    }
    for (Locator box : form.locator("input[type=checkbox]").all()) {
      box.uncheck();
    }
    form.getByLabel(coder).check();
    form.getByLabel("What for").selectOption(duty);
    form.getByLabel("Sessions for all of them").fill(many == null ? "" : many.toString());
    form.getByText("Share the sessions out").click();
  }

  private static void open(Page page) {
    Visit.show(page, "#/research");
    page.locator("a.card", new Page.LocatorOptions().setHasText("Against the key")).click();
    page.getByText("What was found").waitFor();
  }

  /** Puts codes on a turn as a whole, by its place from 1. */
  private static void code(Page page, int turn, String... codes) {
    page.locator(".turn").nth(turn - 1).click();
    page.getByText("Turn " + turn + " of").waitFor();
    for (String code : codes) {
      int before = page.locator("aside .plain-list q").count();
      page.keyboard().press(code);
      page.waitForFunction(
          "n => document.querySelectorAll('aside .plain-list q').length > n", before);
    }
  }

  private static void finish(Page page) {
    button(page, "I have finished this session").click();
    page.getByRole(AriaRole.DIALOG)
        .getByText("Finished", new Locator.GetByTextOptions().setExact(true))
        .click();
    page.getByText("Back to the study").first().waitFor();
  }

  private static List<String> row(Page page, String code) {
    return page.locator(
            "tr", new Page.LocatorOptions().setHas(page.locator("th[scope=row]").getByText(code)))
        .locator("td")
        .allTextContents();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
