package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.coding.Coder;
import org.throughline.indicator.Indicator;
import org.throughline.record.Store;
import org.throughline.report.CohortMember;
import org.throughline.report.CohortMember.Course;
import org.throughline.report.CohortReport;
import org.throughline.report.Manifest;
import tools.jackson.databind.json.JsonMapper;

/**
 * A supervisor reads in how many clients a figure moves: too few in the demo's three, told group by
 * group in a table of a hundred.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CohortPageIT {

  @RegisterExtension static final Visit visit = new Visit();

  private static final String HOSTILE = "<img src=x onerror=window.hit=1>";

  @Test
  @Order(1)
  void ofFewClientsNothingIsToldAndTheReportSaysSo() {
    Page page = visit.signedIn(People.SUPERVISOR, Visit.WIDE, ColorScheme.LIGHT);
    page.getByText("Many clients together").click();
    page.getByText("None yet.").waitFor();
    assertThat(options(page, "value"))
        .as("the figures that the server has")
        .isEqualTo(Arrays.stream(Indicator.values()).map(Indicator::id).sorted().toList());
    assertThat(options(page, "textContent"))
        .isEqualTo(Arrays.stream(Indicator.values()).map(Indicator::label).sorted().toList());
    page.getByLabel("Figure").selectOption("agency.share");
    page.getByLabel("Who they are, in your words").fill("All " + HOSTILE);
    button(page, "Make the report").click();
    page.locator(".paper").waitFor();
    assertThat(page.locator(".paper").textContent())
        .contains("Clauses in which the client acts or chooses", "All " + HOSTILE, "too few")
        .contains("Too few to show a share: it takes 10 clients or more")
        .contains("Rises and falls that the clients themselves agreed to: too few to show");
    assertThat(page.locator("main").textContent()).contains("Asks for a second look");
    Looks.right(page, "cohort-too-few");
    assertThat(page.evaluate("window.hit")).isNull();
    assertThat(page.locator("main img").count()).isZero();
  }

  @Test
  @Order(2)
  void aTableOfAHundredIsReadWithItsDenominatorsAndIntervals() {
    print();
    Page page = visit.signedIn(People.SUPERVISOR, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(page, "#/cohort");
    page.locator(".plain-list button").first().click();
    page.locator(".paper svg").first().waitFor();
    assertThat(page.locator(".paper tbody tr").allTextContents())
        .containsExactly(
            "north" + "20" + "10" + "30" + "0" + "60",
            "south" + "15" + "25" + "20" + "0" + "60",
            "all" + "35" + "35" + "50" + "0" + "120");
    assertThat(page.locator(".group-shares").first().textContent())
        .contains("20 of 60 (33 %), 95 % interval 23 to 46 %");
    Looks.right(page, "cohort-groups");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(button(page, "Make the report").isVisible()).isFalse();
    assertThat(page.getByText("Made before").isVisible()).isFalse();
    assertThat(page.getByText("Asks for a second look").isVisible()).isFalse();
    assertThat(page.locator(".paper").isVisible()).isTrue();
    Visit.screenshot(page, "cohort-printed");
  }

  @Test
  @Order(3)
  void whatIsSetForAClientIsKeptAndItsGroupCanBeAskedFor() {
    Page page = visit.page();
    String client = "#/clients/" + visit.client("Heron");
    Visit.show(page, client + "/check-ins");
    page.getByText("What change would be, groups").click();
    page.getByLabel("The behaviour, in the client’s words").fill("drinking less");
    int before = page.locator(".group .value").count();
    button(page, "Add a group").click();
    page.locator(".group .name").last().fill("service");
    page.locator(".group .value").last().fill(HOSTILE);
    button(page, "Keep it").click();
    page.getByText("Two groups are called service").waitFor();
    page.locator(".group .name").last().fill("county");
    button(page, "Keep it").click();
    page.locator("#said[data-fresh]", new Page.LocatorOptions().setHasText("Kept")).waitFor();
    Looks.right(page, "profile");
    Visit.show(page, client);
    Visit.show(page, client + "/profile");
    assertThat(page.getByLabel("The behaviour, in the client’s words").inputValue())
        .isEqualTo("drinking less");
    assertThat(page.locator(".group .value").last().inputValue()).isEqualTo(HOSTILE);
    Visit.show(page, "#/cohort");
    page.getByLabel("Grouped by").focus();
    page.locator("#attributes option[value=county]").first().waitFor(attached());
    page.getByLabel("Grouped by").fill("county");
    button(page, "Make the report").click();
    page.locator(".paper").waitFor();
    assertThat(page.locator(".paper").textContent()).contains(HOSTILE, "not recorded", "too few");
    Visit.show(page, client + "/profile");
    page.getByText("take off").last().click();
    button(page, "Keep it").click();
    page.locator("#said[data-fresh]", new Page.LocatorOptions().setHasText("Kept")).waitFor();
    assertThat(page.locator("main").textContent()).doesNotContain(HOSTILE);
    assertThat(page.locator(".group .value").count()).isEqualTo(before);
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  @Test
  @Order(4)
  void aClinicianCountsTheirOwnAndSomebodyWithoutClientsIsTold() {
    Page page = visit.page();
    Visit.show(page, "#/cohort");
    page.getByText("all 3 clients").waitFor();
    page.getByLabel("Grouped by").focus();
    Page researcher = visit.signedIn(People.RESEARCHER, Visit.WIDE, ColorScheme.LIGHT);
    Visit.show(researcher, "#/cohort");
    researcher.locator("[role=alert]").waitFor();
  }

  /** What the engine prints of a hundred and twenty clients in two groups. */
  private static void print() {
    List<CohortMember> members = new ArrayList<>();
    add(members, "north", Course.RISE, 20);
    add(members, "north", Course.FALL, 10);
    add(members, "north", Course.NO_CHANGE, 30);
    add(members, "south", Course.RISE, 15);
    add(members, "south", Course.FALL, 25);
    add(members, "south", Course.NO_CHANGE, 20);
    var question = new CohortReport.Question("Both services", Indicator.EMOTION_RANGE, "service");
    CohortReport report = CohortReport.of(question, members, CohortReport.Printed.NOTHING);
    Manifest manifest =
        Manifest.of("cohort", "Both services", Map.of(), Coder.ENGINE, report.document());
    String json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("question", question, "printed", report.printed(), "manifest", manifest));
    try (Store store = Store.open(visit.settings())) {
      store.printed().add(Visit.ME, "emotion.range service", (id, earlier) -> json);
    }
  }

  private static void add(List<CohortMember> members, String service, Course course, int many) {
    for (int i = 0; i < many; i++) {
      members.add(
          new CohortMember(
              service + course + i,
              Map.of("service", service),
              8,
              Map.of(Indicator.EMOTION_RANGE, course),
              Map.of(),
              Map.of(),
              List.of(),
              0));
    }
  }

  private static List<?> options(Page page, String what) {
    return (List<?>)
        page.locator("select[name=indicator] option")
            .evaluateAll("(all, what) => all.map(one => one[what]).sort()", what);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
