package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.view.ClientView;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;

/**
 * A researcher takes codes from another program's code book, takes the study along, and brings back
 * a coding; what is not carried over is said.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangePageIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final String BOOK =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another">
        <Codes>
          <Code guid="11111111-1111-4111-8111-111111111111" name="Staying" isCodable="true">
            <Description>Who stays: &lt;script&gt;window.hit=1&lt;/script&gt;
      in two lines</Description>
            <Code guid="22222222-2222-4222-8222-222222222222" name="&lt;img src=x onerror=window.hit=1&gt;" isCodable="true" color="reddish"/>
          </Code>
        </Codes>
      </CodeBook>
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void release() {
    for (ClientView client : visit.desk().clients(Visit.ME)) {
      for (Scope scope : new Scope[] {Scope.QUOTE_VERBATIM, Scope.EXTERNAL_EXPORT}) {
        visit.desk().recordConsent(Visit.ME, client.id(), scope, NewConsent.granted(Instant.EPOCH));
      }
    }
    Corpus.release(visit.desk(), "Heron");
  }

  @Test
  @Order(1)
  void codesOfAnotherProgramAreLookedAtAndAdded() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research");
    page.getByLabel("Name").fill("Exchanged");
    page.getByLabel("Sessions of each client").fill("1");
    button(page, "Begin the study").click();
    button(page, "Pin the corpus").click();
    page.getByText("1 session of 1 client pinned").waitFor();
    page.getByText("Take codes from another program").click();
    page.getByText("Drop a project or code book here").waitFor();
    Looks.right(page, "exchange");
    drop(page, "theirs.qdc", BOOK.getBytes(StandardCharsets.UTF_8));
    page.getByText("Add 2 codes to the study").waitFor();
    assertThat(page.locator(".file").textContent())
        .contains("+ <img src=x onerror=window.hit=1>", "<script>window.hit=1</script>", "1 note");
    Looks.right(page, "exchange-book");
    button(page, "Add 2 codes to the study").click();
    page.getByText("See the study").click();
    page.locator(".tree").first().waitFor();
    assertThat(page.locator(".tree").first().textContent())
        .contains("Staying", "in two lines", "<img src=x onerror=window.hit=1>");
    assertThat(page.locator("textarea").inputValue().lines()).as("a code a line").hasSize(2);
    assertThat(page.evaluate("window.hit")).isNull();
    assertThat(page.locator("main img, main script").count()).isZero();
  }

  @Test
  @Order(2)
  void aFileThatIsNoneIsRefusedInWords() {
    Page page = study();
    page.getByText("NVivo, ATLAS.ti, MAXQDA").click();
    drop(page, "<b>notes</b>.qdpx", "PK no archive".getBytes(StandardCharsets.UTF_8));
    page.locator(".file [role=alert]").waitFor();
    assertThat(page.locator(".file").textContent())
        .contains("<b>notes</b>.qdpx", "Nothing was taken over");
    Looks.right(page, "exchange-refused");
  }

  @Test
  @Order(3)
  void theStudyGoesOutAndACodingComesBack() throws Exception {
    Page page = study();
    page.getByLabel(People.RESEARCHER).check();
    button(page, "Share the sessions out").click();
    page.getByText("Code your session 1").click();
    page.getByText("Turn 1 of").waitFor();
    page.keyboard().press("j");
    page.keyboard().press("1");
    page.locator(".turn.here .line").first().waitFor();

    Page out = study();
    out.getByText("NVivo, ATLAS.ti, MAXQDA").click();
    Download download = out.waitForDownload(() -> button(out, "Save the project").click());
    Path project = folder.resolve("study.qdpx");
    download.saveAs(project);
    assertThat(download.suggestedFilename()).isEqualTo("study.qdpx");
    out.locator(".good, table").first().waitFor();

    page.keyboard().press("x");
    page.getByText("Nothing marked here yet").waitFor();

    drop(out, "study.qdpx", Files.readAllBytes(project));
    button(out, "Take my codings over").waitFor();
    assertThat(out.locator(".file").textContent())
        .contains("Texts1", "Codings1, by rune", "All of them are in the study", "quotes agree");
    button(out, "Take my codings over").click();
    out.getByText("1 coding is yours now").waitFor();
    Looks.right(out, "exchange-taken");
    button(out, "Take my codings over").click();
    out.getByText("No coding came over.").waitFor();
    assertThat(out.locator("table").last().textContent()).contains("there already");
    page.reload();
    page.getByText("Turn 1 of").waitFor();
    assertThat(page.locator(".turn .line").count()).isPositive();
  }

  @Test
  @Order(4)
  void theCodebooksHereGoOutAndAreKnownWhenTheyComeBack() throws Exception {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/codebooks");
    Download download = page.waitForDownload(() -> button(page, "Save for other programs").click());
    Path book = folder.resolve("codebooks.qdc");
    download.saveAs(book);
    Page in = study();
    in.getByText("NVivo, ATLAS.ti, MAXQDA").click();
    drop(in, "codebooks.qdc", Files.readAllBytes(book));
    in.locator(".file .tree").first().waitFor();
    in.getByText("to the study").last().click();
    in.getByText("codes added").waitFor();
    Object known =
        in.evaluate(
            "async () => (await (await fetch('/api/v1/studies', {headers: {'X-Throughline':"
                + " 'page'}})).json()).items[0].codes.map(code => code.id).includes('emotion.fear')");
    assertThat(known).as("so that the machine's codings can be compared").isEqualTo(true);
  }

  private static Page study() {
    Page page = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/research");
    page.locator("a.card").first().click();
    page.getByText("What was found").waitFor();
    return page;
  }

  private static void drop(Page page, String name, byte[] content) {
    page.locator("#files")
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
