package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.view.SessionView;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;

/**
 * A hundred transcripts whose words, speaker labels and file names are markup, script and direction
 * marks: all of it is shown as the text that it is, and nothing of it runs.
 */
class HostileIT {

  private static final int FILES = 100;

  @RegisterExtension static final Visit visit = new Visit();

  private static final List<String> ATTACKS =
      List.of(
          "<script>window.hit=1</script>",
          "<img src=x onerror=window.hit=1>",
          "<svg/onload=window.hit=1>",
          "\"><iframe srcdoc='<script>parent.hit=1</script>'>",
          "javascript:window.hit=1",
          "</p></li></ol><h1>Sign in</h1><form action=https://example.org>",
          "<a href=\"javascript:window.hit=1\">continue</a>",
          "{{constructor.constructor('window.hit=1')()}}",
          "${window.hit=1}",
          "<style>*{display:none}</style>",
          "<base href=https://example.org/>",
          "<meta http-equiv=refresh content=0;url=https://example.org>",
          "\u202Egnirts\u202C and \u2066isolated\u2069",
          "\u200Fعربي\u200E and עברית",
          "<details open ontoggle=window.hit=1>",
          "<math><mi xlink:href=\"data:x,<script>window.hit=1</script>\">",
          "&lt;b&gt; &#60;script&#62; &amp;",
          "'; DROP TABLE clients; --",
          "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDE80 \u0301combining",
          "=HYPERLINK(\"https://example.org\")");

  @Test
  void oneHundredHostileFilesAreShownAsText() {
    String client = visit.desk().addClient(Visit.ME, hostile(3), List.of(hostile(5)), null).id();
    visit.treat(client);
    visit
        .desk()
        .recordConsent(
            Visit.ME,
            client,
            Scope.TREATMENT_ANALYSIS,
            NewConsent.granted(java.time.Instant.now()));
    Random random = new Random(8);
    List<List<String>> said = new ArrayList<>();
    FilePayload[] files = new FilePayload[FILES];
    for (int i = 0; i < FILES; i++) {
      String first = hostile(i) + " number " + i + " " + hostile(random.nextInt(ATTACKS.size()));
      String second = "I was scared. " + hostile(i + 7) + " " + unlike(random);
      said.add(List.of(first, second));
      files[i] =
          new FilePayload(
              hostile(i + 3) + " " + i + ".txt",
              "text/plain",
              ("T: " + first + "\nC: " + second + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Page page = visit.page();
    assertThat(page.locator("h2").allTextContents()).contains(hostile(3));
    Visit.show(page, "#/clients/" + client + "/sessions");
    page.locator("#files").setInputFiles(files);
    Locator keep = page.locator(".file button[type=submit]");
    for (int i = 0; i < FILES; i++) {
      Locator file = page.locator(".file").nth(i);
      file.locator(".preview").waitFor();
      assertThat(file.locator("h3").textContent()).endsWith(" " + i + ".txt");
      assertThat(file.locator(".preview").textContent()).contains("number " + i);
    }
    for (int i = 0; i < FILES; i++) {
      keep.first().click();
      Locator file = page.locator(".file").nth(i);
      file.locator(".good, [role=alert]").first().waitFor();
      if (file.getByText("Keep both").isVisible()) {
        file.getByText("Keep both").click();
        file.locator(".good").waitFor();
      }
      assertThat(file.locator(".good").count()).as(file.textContent()).isEqualTo(1);
    }

    List<SessionView> kept = visit.desk().sessions(Visit.ME, client);
    assertThat(kept).hasSize(FILES);
    for (int i = 0; i < FILES; i += 10) {
      Visit.show(page, "#/sessions/" + kept.get(i).id());
      assertThat(page.locator(".turn p").allTextContents())
          .as("session " + i)
          .containsExactlyElementsOf(said.get(i));
      page.keyboard().press("j");
      assertThat(page.locator(".explain").textContent()).contains("scared");
    }
    Visit.show(page, "#/quotes?q=scared&client=" + client);
    assertThat(page.locator(".quote").count()).isPositive();
    Visit.screenshot(page, "hostile-quotes-1280-light");
    Visit.show(page, "#/clients/" + client + "/note");
    page.locator(".paper").waitFor();
    assertThat(page.evaluate("window.hit")).isNull();
    assertThat(page.locator("main script, main iframe, main img, main style").count()).isZero();
  }

  /** Words enough that no session seems to be another one over again. */
  private static String unlike(Random random) {
    return random
        .ints(30, 0, 26 * 26 * 26)
        .mapToObj(n -> "" + (char) ('a' + n % 26) + (char) ('a' + n / 26 % 26) + n)
        .collect(Collectors.joining(" "));
  }

  private static String hostile(int i) {
    return ATTACKS.get(i % ATTACKS.size());
  }
}
