package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/** Measures and prints; times depend on the machine and are never asserted. */
class SpeedIT {

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void howSoonTheFirstViewCanBeUsed() {
    visit.page();
    Page page = visit.page(Visit.WIDE, ColorScheme.LIGHT);
    page.reload();
    Visit.settled(page);
    Object ready =
        page.evaluate("() => Math.round(performance.getEntriesByName('ready').at(-1).startTime)");
    Number sent =
        (Number)
            page.evaluate(
                "() => performance.getEntriesByType('resource').filter(r =>"
                    + " r.name.includes('/page/')).reduce((sum, r) => sum + r.transferSize, 0)");
    System.out.println(
        "first view: interactive after " + ready + " ms, page files " + sent + " bytes sent");
    assertThat(page.locator(".cards h2").count()).isEqualTo(3);
  }

  @Test
  void aSessionOfSixHundredTurns() {
    String session = longSession();
    Page page = visit.page();
    Visit.show(page, "#/sessions/" + session);
    assertThat(page.locator(".turn").count()).isEqualTo(600);
    Object shown =
        page.evaluate(
            """
            () => {
              const answer = performance.getEntriesByType('resource').filter(r => r.name.includes('/api/v1/clients/')).at(-1);
              return Math.round(performance.getEntriesByName('ready').at(-1).startTime - answer.responseEnd);
            }
            """);
    // Frames that took longer than two refreshes while the page is scrolled from end to end.
    Object frames =
        page.evaluate(
            """
            async () => {
              const times = [];
              let last = performance.now();
              const height = document.documentElement.scrollHeight;
              for (let y = 0; y < height; y += Math.max(200, height / 150)) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                times.push(now - last);
                last = now;
              }
              times.sort((a, b) => a - b);
              return `${times.length} frames, median ${times[times.length >> 1].toFixed(1)} ms, 95th percentile ${times[Math.floor(times.length * .95)].toFixed(1)} ms`;
            }
            """);
    System.out.println("600 turns: shown " + shown + " ms after the answer; scrolling: " + frames);
  }

  /** What a clinician has loaded after every view of daily work, without the charts. */
  @Test
  void oneWalkIsLight() {
    Page page = visit.page();
    page.reload();
    Visit.settled(page);
    String client = "#/clients/" + visit.client("Heron");
    for (String view : List.of("/sessions", "/check-ins", "/note", "")) {
      Visit.show(page, client + view);
    }
    Visit.show(page, "#/quotes?q=nobody");
    Visit.show(page, "#/sessions/" + visit.session("Heron", 1));
    page.keyboard().press("j");
    List<?> sums =
        (List<?>)
            page.evaluate(
                """
                () => {
                  const files = performance.getEntriesByType('resource')
                    .filter(r => r.name.includes('/page/') && !/(chart|scores)[.]js/.test(r.name));
                  const sum = name => files.reduce((all, r) => all + r[name], 0)
                    + performance.getEntriesByType('navigation')[0][name];
                  return [sum('decodedBodySize'), sum('encodedBodySize')];
                }
                """);
    System.out.println(
        "one clinician's walk loads "
            + sums.get(0)
            + " bytes of page without the charts, "
            + sums.get(1)
            + " on the wire");
    assertThat(((Number) sums.get(0)).intValue()).isBetween(50_000, 150_000);
  }

  /** All files of the page, as they lie in the jar; sent compressed they are less than half. */
  @Test
  void thePageIsLight() throws Exception {
    long all = 0;
    long charts = 0;
    try (Stream<Path> tree = Files.walk(Path.of("src/main/resources/page"))) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        long size = compressed(file);
        all += size;
        charts += file.toString().matches(".*(chart|strip-chart|scores)\\.js") ? size : 0;
      }
    }
    System.out.println(
        "page weight: " + all + " bytes sent for every view there is, " + charts + " of it charts");
    assertThat(all - charts).isLessThan(150_000);
  }

  private static long compressed(Path file) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
      Files.copy(file, zip);
    }
    return bytes.size();
  }

  private static String longSession() {
    String client = visit.desk().addClient(Visit.ME, "Long", List.of(), null).id();
    visit.treat(client);
    visit
        .desk()
        .recordConsent(
            Visit.ME, client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.now()));
    var text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append("T: And then, on day ").append(i).append("?\n");
      text.append("C: Then I was scared, and I decided to go home, because nobody asked me. Day ")
          .append(i)
          .append(" was like that.\n");
    }
    var file =
        new TranscriptFile(
            new Upload("long.txt", text.toString().getBytes(StandardCharsets.UTF_8)),
            LocalDate.parse("2026-05-04"),
            null,
            Map.of("T", Role.THERAPIST, "C", Role.CLIENT),
            true,
            null);
    return switch (visit.desk().receive(Visit.ME, client, file, null)) {
      case Received.Kept kept -> kept.session().id();
      case Received other -> throw new AssertionError(other.getClass().getSimpleName());
    };
  }
}
