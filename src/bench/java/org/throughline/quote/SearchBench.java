package org.throughline.quote;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * What search costs, and what filter, layers and encryption add to it: {@code ./throughline bench
 * search [turns...] [kinds...]}, 10,000 and 100,000
 * turns and every kind of question unless told otherwise. Times are those of one thread;
 * beside the wall clock stands the processor's time, which a busy machine distorts less.
 */
public final class SearchBench {

  private static final int QUERIES = 200;
  private static final int BATCH = 100;

  private static final Set<Layer> WORDS_ONLY = EnumSet.of(Layer.WORD);

  private final Corpus corpus = new Corpus(20260101);
  private final QueryParser parser =
      new QueryParser(text -> List.of(text.strip().split(" ", -1)), Set.of("emotion"), Clock.systemUTC());
  private final PrintStream out;

  private SearchBench(PrintStream out) {
    this.out = out;
  }

  public static void run(List<String> options, PrintStream out) throws IOException {
    List<Integer> sizes =
        options.stream().filter(SearchBench::isNumber).map(Integer::valueOf).toList();
    List<String> kinds = options.stream().filter(option -> !isNumber(option)).toList();
    for (int turns : sizes.isEmpty() ? List.of(10_000, 100_000) : sizes) {
      new SearchBench(out).measure(turns, kinds);
    }
  }

  private static boolean isNumber(String option) {
    return option.chars().allMatch(Character::isDigit);
  }

  private void measure(int turns, List<String> wanted) throws IOException {
    int sessions = turns / Corpus.TURNS;
    Corpus.Texts texts = new Corpus.Texts(sessions);
    Path folder = Files.createTempDirectory("throughline-bench");
    byte[] key = new byte[32];
    new Random(1).nextBytes(key);
    try {
      out.printf("%n## %,d turns%n%n", turns);
      out.println("| index | words/s put | words/s of processor time | size / text |");
      out.println("|---|---|---|---|");
      long words = 0;
      try (QuoteIndex bare = QuoteIndex.open(new NIOFSDirectory(folder.resolve("bare")), WORDS_ONLY);
          QuoteIndex plain = QuoteIndex.open(folder.resolve("plain"));
          QuoteIndex sealed = QuoteIndex.open(folder.resolve("sealed"), key)) {
        words = fill("words alone", bare, sessions, texts, folder.resolve("bare"), true);
        fill("all layers", plain, sessions, texts, folder.resolve("plain"), false);
        fill("all layers, encrypted", sealed, sessions, texts, folder.resolve("sealed"), false);
        out.printf("%n%,d words, %,d bytes of text%n%n", words, texts.size());
        Visible half =
            Visible.clients(
                IntStream.range(0, sessions)
                    .filter(n -> n / 10 % 2 == 0)
                    .mapToObj(Corpus::client)
                    .collect(Collectors.toSet()));
        Visible all = new Visible.Everyone();
        out.println(
            "| question | words alone | all layers | + filter | + encryption | + both: p50, **p95**,"
                + " p99 | p95 of processor time |");
        out.println("|---|---|---|---|---|---|---|");
        for (Kind kind : kinds()) {
          if (!wanted.isEmpty() && wanted.stream().noneMatch(kind.name::startsWith)) {
            continue;
          }
          List<Double> p95 = new ArrayList<>();
          p95.add(kind.layers ? Double.NaN : ask(kind, bare, all, texts).p95);
          p95.add(ask(kind, plain, all, texts).p95);
          p95.add(ask(kind, plain, half, texts).p95);
          p95.add(ask(kind, sealed, all, texts).p95);
          Times both = ask(kind, sealed, half, texts);
          out.printf(
              Locale.ROOT,
              "| %s | %s | %.1f | %.1f | %.1f | %.1f, **%.1f**, %.1f | %.1f |%n",
              kind.name,
              p95.get(0).isNaN() ? "–" : "%.1f".formatted(p95.get(0)),
              p95.get(1),
              p95.get(2),
              p95.get(3),
              both.p50,
              both.p95,
              both.p99,
              both.cpu95);
        }
        long start = System.nanoTime();
        sealed.put(corpus.session(0));
        sealed.commit(2);
        sealed.search(QuoteQuery.of(parser.parse("session:session-0")), all, texts);
        out.printf(
            Locale.ROOT, "%nA session put, committed and found: %.0f ms%n", millis(start));
      }
    } finally {
      delete(folder);
    }
  }

  /** Returns the number of words. */
  private long fill(
      String name, QuoteIndex index, int sessions, Corpus.Texts texts, Path folder, boolean keep)
      throws IOException {
    long nanos = 0;
    long processor = 0;
    long words = 0;
    for (int first = 0; first < sessions; first += BATCH) {
      List<IndexedSession> batch = new ArrayList<>();
      for (int i = first; i < Math.min(sessions, first + BATCH); i++) {
        IndexedSession session = corpus.session(i);
        batch.add(session);
        words += session.turns().stream().mapToInt(turn -> turn.tokens().size()).sum();
        if (keep) {
          texts.keep(i, session);
        }
      }
      long start = System.nanoTime();
      long processorStart = processorTime();
      for (IndexedSession session : batch) {
        index.put(session);
      }
      nanos += System.nanoTime() - start;
      processor += processorTime() - processorStart;
    }
    long start = System.nanoTime();
    long processorStart = processorTime();
    index.commit(1);
    nanos += System.nanoTime() - start;
    processor += processorTime() - processorStart;
    index.timeLimit(Duration.ofSeconds(30));
    out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.2f |%n",
        name,
        words / (nanos / 1e9),
        words / (processor / 1e9),
        (double) size(folder) / texts.size());
    return words;
  }

  /** A sort of question; one that needs more layers than the words is not asked of them alone. */
  private record Kind(String name, boolean layers, Function<Random, Ask> make) {}

  @FunctionalInterface
  private interface Ask {
    void ask(QuoteIndex index, Visible visible, TurnSource source) throws IOException;
  }

  private List<Kind> kinds() {
    return List.of(
        new Kind("theme + word", true, r -> page("code:" + code(r) + " " + word(r))),
        new Kind("word as spoken", false, r -> page("\"" + word(r) + "\"")),
        new Kind("phrase of two", false, r -> page("\"" + phrase(r, 2) + "\"")),
        new Kind("phrase of three", false, r -> page("\"" + phrase(r, 3) + "\"")),
        new Kind(
            "two words within five",
            false,
            r -> page("\"" + word(r) + "\" near/5 \"" + word(r) + "\"")),
        new Kind(
            "theme within five of a word", true, r -> page("code:" + code(r) + " near/5 " + word(r))),
        new Kind(
            "pattern over layers",
            true,
            r -> page("[lemma=\"" + lemma(r) + "\"] [pos=\"ADV\"]{0,2} [pos=\"ADJ|NOUN\"]")),
        new Kind(
            "pattern of tags alone", true, r -> page("[pos=\"PRON\"] [pos=\"AUX\"] [code=\"" + code(r) + "\"]")),
        new Kind("counts by code of a theme", true, r -> groups("code:emotion", GroupBy.CODE)),
        new Kind("counts by client of a common word", false, r -> groups(common(r), GroupBy.CLIENT)),
        new Kind("counts by month of a common word", false, r -> groups(common(r), GroupBy.MONTH)),
        new Kind("lines of a common word by date", false, r -> lines(common(r), Concordance.SortBy.NEWEST)),
        new Kind("lines of a common word by right context", false, r -> lines(common(r), Concordance.SortBy.RIGHT)),
        new Kind("sample of 20 of a common word", false, r -> sample(common(r), r.nextLong())));
  }

  private String word(Random random) {
    int rank;
    do {
      rank = corpus.draw(random);
    } while (rank < 20);
    return corpus.wordAt(rank);
  }

  private String lemma(Random random) {
    return corpus.lemmaAt(corpus.draw(random));
  }

  private String code(Random random) {
    return corpus.codeAt(random.nextInt(23));
  }

  /** A word that every tenth turn holds. */
  private String common(Random random) {
    return "\"" + corpus.wordAt(14 + random.nextInt(6)) + "\"";
  }

  private String phrase(Random random, int length) {
    IndexedSession session = corpus.session(random.nextInt(100));
    while (true) {
      var tokens = session.turns().get(random.nextInt(Corpus.TURNS)).tokens();
      if (tokens.size() >= length) {
        int at = random.nextInt(tokens.size() - length + 1);
        return tokens.subList(at, at + length).stream()
            .map(token -> token.surface())
            .collect(Collectors.joining(" "));
      }
    }
  }

  private Ask page(String question) {
    QuoteQuery query = QuoteQuery.of(parser.parse(question));
    return (index, visible, source) -> index.search(query, visible, source);
  }

  private Ask groups(String question, GroupBy by) {
    Expression what = parser.parse(question);
    return (index, visible, source) -> index.groups(what, by, visible);
  }

  private Ask lines(String question, Concordance.SortBy sort) {
    Expression what = parser.parse(question);
    return (index, visible, source) ->
        index.concordance(what, sort, 0, 20, 60, visible, source);
  }

  private Ask sample(String question, long seed) {
    Expression what = parser.parse(question);
    return (index, visible, source) -> index.sample(what, seed, 20, visible, source);
  }

  private record Times(double p50, double p95, double p99, double cpu95) {}

  /** The same questions of each index, after others to warm up on. */
  private Times ask(Kind kind, QuoteIndex index, Visible visible, TurnSource source)
      throws IOException {
    Random random = new Random(kind.name.hashCode());
    for (int i = 0; i < QUERIES / 2; i++) {
      kind.make.apply(random).ask(index, visible, source);
    }
    double[] wall = new double[QUERIES];
    double[] cpu = new double[QUERIES];
    var threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < QUERIES; i++) {
      Ask ask = kind.make.apply(random);
      long cpuStart = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      ask.ask(index, visible, source);
      wall[i] = millis(start);
      cpu[i] = (threads.getCurrentThreadCpuTime() - cpuStart) / 1e6;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return new Times(
        wall[QUERIES / 2], wall[QUERIES * 95 / 100], wall[QUERIES * 99 / 100], cpu[QUERIES * 95 / 100]);
  }

  /** Of all threads: merging, compiling and collecting garbage are paid for too. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
