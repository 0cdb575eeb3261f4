package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.TranscriptFile;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/**
 * A researcher searches what was released: nothing at first, then the words of twelve clients, one
 * of whom did not agree to be quoted and is counted all the same.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasedSearchIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final int CLIENTS = 12;
  private static final String MARKUP = "<script>window.hit=1</script>";

  @Test
  @Order(1)
  void beforeAnythingIsReleasedTheViewSaysHowItComes() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    page.locator("[data-nav=research]").click();
    page.getByText("Search the released text").click();
    page.getByText("Nothing is released yet").waitFor();
    Looks.right(page, "released-empty");
  }

  @Test
  @Order(2)
  void quotesAreFoundReadAroundAndPagedThrough() throws InterruptedException {
    release();
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research/quotes");
    page.getByText("The corpus holds 12 sessions of 12 clients.").waitFor();
    Looks.right(page, "released-language");
    words(page).fill("elevator");
    words(page).press("Enter");
    page.locator("figure.quote").first().waitFor();
    assertThat(page.locator("main").textContent())
        .contains("22 turns, searched in the words of 11 clients")
        .contains("1 released client has not agreed to be quoted")
        .contains(MARKUP);
    assertThat(page.locator("figure.quote").count()).isEqualTo(20);
    assertThat(page.locator("figure.quote mark").first().textContent()).isEqualTo("elevator");
    page.getByText("What was said around it").first().click();
    assertThat(page.locator("figure.quote details[open]").textContent())
        .contains("therapist How was it?");
    Looks.right(page, "released-cards");
    page.getByText("Show more").click();
    page.waitForFunction("() => document.querySelectorAll('figure.quote').length === 22");
    assertThat(page.getByText("Show more").isVisible()).isFalse();

    Locator client = page.locator("figure.quote a").first();
    String surrogate = client.textContent();
    client.click();
    page.getByText("Only of the client").waitFor();
    assertThat(page.locator("main").textContent()).contains("2 turns", surrogate.substring(0, 8));
    assertThat(page.locator("main").textContent()).doesNotContain("Wren", "2026");
    page.getByText("Of all clients").click();
    page.waitForFunction("() => document.querySelectorAll('figure.quote').length === 20");
    assertThat(page.evaluate("window.hit")).isNull();
    assertThat(page.locator("main img, main script").count()).isZero();
  }

  @Test
  @Order(3)
  void everyMatchStandsInALineOfItsOwn() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research/quotes?q=elevator");
    page.getByLabel("View").selectOption("lines");
    page.locator(".kwic li").first().waitFor();
    assertThat(page.locator(".kwic li").count()).isEqualTo(20);
    page.getByLabel("Order").selectOption("left");
    page.waitForFunction("() => location.hash.includes('sort=left')");
    Visit.settled(page);
    assertThat(page.locator(".kwic .left").first().textContent()).endsWith("the ");
    Looks.right(page, "released-lines");
  }

  @Test
  @Order(4)
  void countsAreOverAllAndPointAtNobody() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research/quotes?q=elevator&view=counts");
    page.getByText("20 turns or more").waitFor();
    assertThat(page.locator("main").textContent())
        .contains("of 10 clients or more; the corpus holds 12 sessions of 12 clients")
        .contains("steps of 10");
    assertThat(page.locator("tbody").textContent()).contains("Fear", "10");
    assertThat(page.locator("main").textContent())
        .contains("of fewer than 10 clients: not told")
        .as("how many have it is not told")
        .doesNotContain("11", "12 turns");
    Looks.right(page, "released-counts");
    page.getByText("Quotes", new Page.GetByTextOptions().setExact(true)).last().click();
    page.locator("figure.quote").first().waitFor();

    Visit.show(page, "#/research/quotes?q=pancakes&view=counts");
    page.getByText("Some, of fewer than 10 clients: not told.").waitFor();
    Visit.show(page, "#/research/quotes?q=unsaid&view=counts");
    page.getByText("None, in 12 sessions of 12 clients.").waitFor();
  }

  @Test
  @Order(5)
  void whatCannotBeAskedIsRefusedInWords() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research/quotes?q=client:somebody&view=counts");
    page.getByText("leave out client: and session:").waitFor();
    Visit.show(page, "#/research/quotes?q=date:2026-03");
    page.getByText("released text has no clinicians, problems").waitFor();
    assertThat(words(page).inputValue()).isEqualTo("date:2026-03");
    Looks.right(page, "released-refused");
    Visit.show(page, "#/research/quotes?q=nothinglikethis");
    page.getByText("Nothing that may be quoted answers this.").waitFor();
    page.getByLabel("Code").fill("fea");
    page.locator("#codes option[value='emotion.fear']").waitFor(attached());
  }

  private static Locator words(Page page) {
    return page.getByLabel("Words", new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static void release() throws InterruptedException {
    for (int i = 0; i < CLIENTS; i++) {
      String client = visit.desk().addClient(Visit.ME, "Wren " + i, List.of(), null).id();
      consent(client, Scope.TREATMENT_ANALYSIS);
      if (i > 0) {
        consent(client, Scope.QUOTE_VERBATIM);
      }
      enter(client, i);
    }
    Corpus.release(
        visit.desk(),
        IntStream.range(0, CLIENTS).mapToObj(i -> "Wren " + i).toArray(String[]::new));
    visit.desk().settleAll();
  }

  private static void consent(String client, Scope scope) {
    visit.desk().recordConsent(Visit.ME, client, scope, NewConsent.granted(Instant.EPOCH));
  }

  private static void enter(String client, int number) {
    String text =
        """
        T: How was it?
        C: I took the elevator and I was scared of it. %s
        T: And then?
        C: Then I went home. %s
        T: Again?
        C: And the next day the elevator stood still, %s, and I went on.
        """
            .formatted(
                number == 3 ? MARKUP : number == 1 ? "I was so happy then." : "We had soup.",
                number == 1 ? "I had the pancakes." : "We had tea.",
                "and again ".repeat(number % 3 + 1));
    var upload = new Upload("session.txt", text.getBytes(StandardCharsets.UTF_8));
    Map<String, Role> roles = Map.of("T", Role.THERAPIST, "C", Role.CLIENT);
    var file = new TranscriptFile(upload, LocalDate.of(2026, 3, 2), null, roles, true, null);
    visit.desk().receive(Visit.ME, client, file, null);
  }
}
