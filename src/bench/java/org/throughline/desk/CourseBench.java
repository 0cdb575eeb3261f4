package org.throughline.desk;

import java.io.IOException;
import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.coding.TurnFacts;
import org.throughline.indicator.Indicator;
import org.throughline.measure.Questionnaires;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.Figures;
import org.throughline.record.NewConsent;
import org.throughline.record.NewSession;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.report.CohortReport;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./throughline bench course [CLIENTS]}: how long a client with 200 sessions takes to open,
 * and a cohort of CLIENTS (2,000) with 20 sessions each. A session has 80 turns, 1,400 client words
 * and 60 codings. The cohort's sessions are kept as figures of such a session over one stored turn:
 * making 40,000 whole ones takes an hour, and reading them is what must not happen.
 */
public final class CourseBench {

  private static final Actor BY = Actor.program("bench");
  private static final List<String> CODES =
      List.of(
          "emotion.fear",
          "emotion.joy",
          "emotion.shame",
          "agency.act",
          "agency.act",
          "agency.volitional",
          "agency.undergoer",
          "agency.constrained",
          "self.critical",
          "coherence.cause");
  private static final int TURNS = 80;
  private static final int WORDS = 35;

  private CourseBench() {}

  /** Runs both and prints what they took. */
  public static void run(Path home, List<String> words, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("throughline-bench");
    try (Store store = Store.open(folder.resolve("data"))) {
      var courses =
          new Courses(
              store,
              Questionnaires.shipped(),
              Engine.load(home.resolve("codebooks")),
              new LocalFigures(store, new Studying(store, new Releasing(store)::released)));
      longCourse(store, courses, out);
      cohort(store, courses, words.isEmpty() ? 2000 : Integer.parseInt(words.get(0)), out);
    } finally {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void longCourse(Store store, Courses courses, PrintStream out) {
    Client client = client(store);
    for (int i = 0; i < 200; i++) {
      add(store, client, i, coded(i, TURNS));
    }
    long first = time(() -> open(courses, client));
    List<Long> again = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      again.add(time(() -> open(courses, client)));
    }
    again.sort(Comparator.naturalOrder());
    print(
        out,
        "processor time; a client with 200 sessions: %d ms where nothing is kept yet, %d ms (median of 7, %d to %d)"
            + " from kept figures, as JSON",
        first,
        again.get(3),
        again.getFirst(),
        again.getLast());
  }

  private static void open(Courses courses, Client client) {
    JsonMapper.shared().writeValueAsBytes(courses.open(BY, client.id()).view());
  }

  private static void cohort(Store store, Courses courses, int clients, PrintStream out) {
    var parts = new ArrayList<Figures.Parts>();
    var template = client(store);
    for (int i = 0; i < 20; i++) {
      add(store, template, i, coded(i, TURNS));
    }
    store
        .casebooks()
        .open(
            BY,
            template.id(),
            Kept.FORM,
            content -> {
              Figures.Parts kept = Kept.of(content);
              parts.add(kept);
              return kept;
            });
    List<String> ids = new ArrayList<>();
    for (int c = 0; c < clients; c++) {
      Client client = client(store);
      ids.add(client.id());
      for (int i = 0; i < 20; i++) {
        add(store, client, i, coded(i, 1));
      }
      int[] next = {0};
      store
          .casebooks()
          .open(BY, client.id(), Kept.FORM, content -> parts.get(next[0]++ % parts.size()));
    }
    var cohorts = new Cohorts(store, courses);
    long took =
        time(
            () ->
                cohorts.report(
                    BY,
                    ids,
                    new CohortReport.Question("bench", Indicator.AGENCY_SHARE, "")));
    print(
        out,
        "a cohort of %d clients with 20 sessions each: %d ms, %.1f ms a client; 2,000 would take"
            + " %.1f s",
        clients,
        took,
        (double) took / clients,
        2.0 * took / clients);
  }

  private static Client client(Store store) {
    Client client = store.clients().add(BY, "bench", List.of(), null);
    store
        .consents()
        .record(
            BY, client.id(), Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.EPOCH));
    return client;
  }

  private static void add(Store store, Client client, int i, CodedTranscript coded) {
    store
        .entries()
        .addSession(
            BY,
            client.id(),
            new NewSession(
                LocalDate.of(2020, 1, 6).plusWeeks(i),
                null,
                "bench",
                "bench",
                (client.id() + i).getBytes(StandardCharsets.UTF_8),
                "{}",
                coded),
            null);
  }

  /** Invented, the same for the same number. */
  private static CodedTranscript coded(int number, int turns) {
    var random = new Random(number);
    List<Turn> said = new ArrayList<>();
    List<TurnFacts> facts = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      boolean client = i % 2 == 0;
      Role role = client ? Role.CLIENT : Role.THERAPIST;
      var text = new StringBuilder();
      for (int w = 0; w < (client ? WORDS : 12); w++) {
        text.append(Integer.toString(random.nextInt(20_000), 36)).append("ly ");
      }
      said.add(new Turn(i, role.id(), role, text.toString(), null, null));
      facts.add(new TurnFacts(i, role, client ? WORDS : 12, 6, client ? 3 : 0, client ? 2 : 0));
      for (int c = 0; client && c < 1 + i % 4 / 2 + random.nextInt(2); c++) {
        codings.add(coding(CODES.get(random.nextInt(CODES.size())), i, text.toString(), c * 6));
      }
    }
    return new CodedTranscript(new Transcript(said), facts, codings);
  }

  private static Coding coding(String code, int turn, String text, int at) {
    var span = new Span(at, at + 4);
    return new Coding(
        code,
        turn,
        span,
        span.of(text),
        Attributes.PLAIN,
        new Evidence(code + "/bench", List.of(span), ""),
        0.8,
        new Rater.Machine("bench", "bench 1.0.0", "00"));
  }

  /** Processor time of this thread: what it takes on a machine that does nothing else. */
  private static long time(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
  }

  @FormatMethod
  private static void print(PrintStream out, String format, Object... figures) {
    out.println(String.format(Locale.ROOT, format, figures));
  }
}
