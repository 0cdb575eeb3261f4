package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a clinician does in the five minutes after a session, without having been told how. */
class FiveMinutesIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final String TRANSCRIPT =
      """
      Marit: How was the week?
      Wren: Long. I was scared on Monday, in the lift, and I decided to take the stairs.
      Marit: You decided.
      Wren: I chose it. Nobody told me to. I'm always such a coward otherwise.
      Marit: And then?
      Wren: Then I was proud, actually. And sad, because my father never saw me do anything like it.
      """;

  @Test
  void fromTheTranscriptToTheNote() {
    Page page = visit.page();

    // A client who is new, with consent.
    link(page, "New client").click();
    page.getByLabel("Pseudonym").fill("Wren");
    page.getByLabel("What treatment is about").fill("Lifts, and my father");
    page.getByText("The client has agreed").click();
    button(page, "Enter the client").click();

    // Upload: the page asks who is who and shows what they say.
    page.getByText("Drop transcripts here").waitFor();
    page.locator("#files")
        .setInputFiles(
            new FilePayload(
                "2026-05-04 Wren.txt", "text/plain", TRANSCRIPT.getBytes(StandardCharsets.UTF_8)));
    page.getByText("Long. I was scared on Monday").first().waitFor();
    assertThat(page.getByLabel("Date of the session").inputValue()).isEqualTo("2026-05-04");
    button(page, "Answer and keep").click();
    page.getByText("First answer: who is Marit; who is Wren.").waitFor();
    group(page, "Who is Marit?").getByLabel("Therapist").check();
    group(page, "Who is Wren?").getByLabel("Client").check();
    button(page, "Answer and keep").click();
    link(page, "session 1, 4 May 2026").waitFor();
    assertThat(page.locator(".file").textContent()).contains("6 turns").contains("Import report");
    page.getByText("Import report").click();
    page.getByText("in the file:").waitFor();
    link(page, "session 1, 4 May 2026").click();

    // Understand a mark, then say of three what one thinks of them.
    page.locator(".mark").first().waitFor();
    page.locator(".mark", new Page.LocatorOptions().setHasText("scared")).first().click();
    Locator why = page.locator(".explain");
    assertThat(why.textContent()).contains("Fear", "Why:", "Suggested by the machine");
    button(page, "Confirm").click();
    page.getByText("1 of", new Page.GetByTextOptions().setExact(false)).first().waitFor();
    button(page, "Reject").click();
    page.getByText("2 of").first().waitFor();
    button(page, "Confirm").click();
    page.getByText("3 of").first().waitFor();

    // The course says plainly that one session is no course; Heron's has quotes against it.
    link(page, "← Wren").click();
    page.getByText("Choose a point to read the words behind it").waitFor();
    assertThat(page.locator("main").textContent()).contains("Not enough");
    page.getByLabel("Main").getByText("Caseload").click();
    link(page, "Heron").click();
    page.locator(".quotes-of summary").first().click();
    Locator against = page.locator(".pane.against").first();
    against.locator("blockquote").first().waitFor();
    assertThat(page.locator(".pane.for").first().boundingBox().width)
        .isEqualTo(against.boundingBox().width);

    // The note section, with what one confirmed in it.
    Visit.show(page, "#/clients/" + visit.client("Wren") + "/note");
    assertThat(page.locator(".paper").textContent())
        .contains("session 1", "2 codings confirmed by a person");
    assertThat(page.locator(".paper td a").first().getAttribute("href"))
        .as("each reference leads to the words")
        .matches("#/sessions/[0-9a-f]+/turn/\\d+");
    Locator note = page.locator("textarea");
    assertThat(note.inputValue()).contains("Wren, session 1").doesNotContain("|", "\\[");
    note.press("ControlOrMeta+End");
    note.pressSequentially("We agreed on the stairs again.");
    assertThat(note.inputValue()).endsWith("We agreed on the stairs again.");
  }

  @Test
  void whatIsDoneInATranscriptCanBeChangedAddedToAndTakenBack() {
    Page page = visit.page();
    Visit.show(page, "#/sessions/" + visit.session("Quartz", 1));
    page.keyboard().press("j");
    String first = page.locator(".explain h2").textContent();
    page.keyboard().press("c");
    page.locator(".choices button").first().waitFor();
    page.keyboard().press("1");
    page.getByText("Changed by a person.").waitFor();
    assertThat(page.locator(".explain h2").textContent()).isNotEqualTo(first);
    page.keyboard().press("u");
    page.getByText("Nobody has looked at it yet").waitFor();
    assertThat(page.locator(".explain h2").textContent()).isEqualTo(first);

    // Words selected with the mouse get a code of the reader's.
    page.evaluate(
        """
        () => {
          const p = [...document.querySelectorAll('.turn.role-client p')].find(p => p.textContent.length > 60);
          const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
          const text = walk.nextNode();
          getSelection().setBaseAndExtent(text, 0, text, Math.min(4, text.length));
          p.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
        }
        """);
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Add a code")).waitFor();
    page.locator(".span-form input[type=search]").fill("gratitude");
    page.locator(".choices button").first().click();
    page.getByText("added by hand by").waitFor();
    assertThat(page.locator(".explain").textContent()).contains("Confirmed by a person");
    page.keyboard().press("u");
    page.getByText("Added code taken back").waitFor();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator group(Page page, String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
  }
}
