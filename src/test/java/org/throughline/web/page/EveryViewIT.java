package org.throughline.web.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view on a phone and on a wide screen, light and dark: nothing sticks out sideways, axe-core
 * finds nothing serious, and a picture of it lies in target/screenshots.
 */
class EveryViewIT {

  @RegisterExtension static final Visit visit = new Visit();

  /** WCAG 2.2 A and AA. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Map<String, String> views() {
    String client = "#/clients/" + visit.client("Heron");
    Map<String, String> views = new LinkedHashMap<>();
    views.put("caseload", "#/");
    views.put("new-client", "#/clients/new");
    views.put("course", client);
    views.put("sessions", client + "/sessions");
    views.put("check-ins", client + "/check-ins");
    views.put("note", client + "/note");
    views.put("report", client + "/note?report=supervision-snapshot");
    views.put("privacy", client + "/privacy");
    views.put("session", "#/sessions/" + visit.session("Maple", 6));
    views.put("quotes", "#/quotes");
    views.put("quotes-cards", "#/quotes?q=nobody");
    views.put("quotes-lines", "#/quotes?q=nobody&view=lines");
    views.put("codebooks", "#/codebooks");
    views.put("codebook", "#/codebooks/safety");
    views.put("codebook-edit", "#/codebooks/talk/edit");
    views.put("codebook-versions", "#/codebooks/talk/versions");
    views.put("profile", client + "/profile");
    views.put("suggestions", client + "/suggestions");
    views.put("models", "#/models");
    views.put("cohort", "#/cohort");
    views.put("missed", "#/clients/" + visit.client("Maple") + "/sessions");
    views.put("account", "#/account");
    views.put("setup", "#/setup");
    views.put("nothing", "#/nowhere");
    return views;
  }

  @ParameterizedTest
  @CsvSource({"390, LIGHT", "390, DARK", "1280, LIGHT", "1280, DARK"})
  void everyViewFitsAndCanBeUsedByEverybody(int width, ColorScheme colours) {
    Page page = visit.page(width, colours);
    SoftAssertions all = new SoftAssertions();
    views()
        .forEach(
            (name, hash) -> {
              Visit.show(page, hash);
              if (name.equals("caseload")) {
                page.locator(".looks li").last().waitFor();
              }
              if (name.equals("session")) {
                page.keyboard().press("j");
              }
              if (name.equals("course")) {
                page.locator(".point").nth(2).click();
                page.locator(".opened").waitFor();
              }
              String picture =
                  "%s-%d-%s".formatted(name, width, colours.name().toLowerCase(Locale.ROOT));
              Visit.screenshot(page, picture);
              all.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                  .as("what sticks out sideways of " + picture)
                  .isEqualTo(0);
              // Contrast differs by colours, targets and layout by width: two of four see both.
              if ((width == Visit.PHONE) == (colours == ColorScheme.DARK)) {
                all.assertThat(serious(page)).as(picture).isEmpty();
              }
            });
    all.assertAll();
  }

  static List<String> serious(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getHelp()
                        + rule.getNodes().stream()
                            .limit(3)
                            .map(node -> "\n    " + node.getHtml() + " " + node.getFailureSummary())
                            .toList())
            .toList();
  }
}
