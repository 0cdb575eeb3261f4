package org.throughline.web;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.throughline.access.Rates;
import org.throughline.desk.Desk;
import org.throughline.desk.FilledPractice;
import org.throughline.quote.Corpus;

/**
 * What a search costs whoever asks over HTTP: login, permissions and consent, index, decrypting the
 * words, the log on disk, JSON and the wire; and what filling the index from the store costs:
 * {@code ./throughline bench quotes [turns...]}.
 */
public final class RouteBench {

  private static final int QUERIES = 300;

  private final Corpus corpus = new Corpus(20260101);

  private RouteBench() {}

  public static void run(List<String> sizes, PrintStream out) throws Exception {
    out.println(
        "| turns | filled from the store, words/s | words/s of processor time | question | p50,"
            + " **p95**, p99 ms | processor time each, ms |");
    out.println("|---|---|---|---|---|---|");
    for (String turns : sizes.isEmpty() ? List.of("10000", "100000") : sizes) {
      new RouteBench().measure(Integer.parseInt(turns), out);
    }
  }

  private void measure(int turns, PrintStream out) throws Exception {
    try (FilledPractice practice = FilledPractice.of(corpus, turns)) {
      try (Desk desk = practice.open()) {
        desk.settle();
        desk.reindex();
        long start = System.nanoTime();
        long processor = processorTime();
        desk.reindex();
        double perSecond = practice.words() / ((System.nanoTime() - start) / 1e9);
        double perProcessorSecond = practice.words() / ((processorTime() - processor) / 1e9);
        try (Server server = Server.start(desk, ServerSettings.loopback(0), unlimited())) {
          Api api = new Api(server);
          practice.treatedBy(api.account());
          String row =
              String.format(
                  Locale.ROOT, "| %,d | %,.0f | %,.0f |", turns, perSecond, perProcessorSecond);
          ask(server, api, row + " theme and word |", this::themeAndWord, out);
          ask(server, api, "| | | | phrase of two |", this::phrase, out);
        }
      }
    }
  }

  /** Nobody waits for a bench that is told to wait. */
  private static Rates unlimited() {
    AtomicLong minutes = new AtomicLong();
    return new Rates(
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return Instant.EPOCH.plusSeconds(600 * minutes.incrementAndGet());
          }
        });
  }

  private String themeAndWord(Random random) {
    int rank;
    do {
      rank = corpus.draw(random);
    } while (rank < 20);
    return "code:" + corpus.codeAt(random.nextInt(23)) + " \"" + corpus.wordAt(rank) + "\"";
  }

  private String phrase(Random random) {
    var turns = corpus.coded(random.nextInt(100)).words();
    while (true) {
      var tokens = turns.get(random.nextInt(turns.size())).tokens();
      if (tokens.size() >= 2) {
        int at = random.nextInt(tokens.size() - 1);
        return "\"" + tokens.get(at).surface() + " " + tokens.get(at + 1).surface() + "\"";
      }
    }
  }

  private static void ask(
      Server server, Api api, String row, Function<Random, String> question, PrintStream out)
      throws IOException, InterruptedException {
    Random random = new Random(7);
    double[] times = new double[QUERIES];
    long processor = 0;
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = -QUERIES * 2; i < QUERIES; i++) {
        if (i == 0) {
          processor = processorTime();
        }
        String q = URLEncoder.encode(question.apply(random), StandardCharsets.UTF_8);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.address() + "api/v1/quotes?q=" + q))
                .headers(api.credentials())
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("answered " + answer.statusCode());
        }
        if (i >= 0) {
          times[i] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    double each = (processorTime() - processor) / 1e6 / QUERIES;
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "%s %.1f, **%.1f**, %.1f | %.1f |%n",
        row,
        times[QUERIES / 2],
        times[QUERIES * 95 / 100],
        times[QUERIES * 99 / 100],
        each);
  }

  /** Of server and asker together, with what compiling and collecting garbage take. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
