package org.throughline.bench;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.coding.Coder;
import org.throughline.coding.Coding;
import org.throughline.language.Analyzer;
import org.throughline.language.Analyzers;
import org.throughline.language.SyntaxPatterns;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.reader.TranscriptImporter;

/**
 * Full coding against CoreNLP's tokenize, pos, lemma and depparse on the same text, one thread each,
 * in alternating rounds of one process; then two threads, one long session, and what the parser's
 * triggers save. The text is the client turns of sample-transcripts/.
 */
final class CodingBench {

  private static final int ROUNDS = 3;
  private static final int SESSION_TOKENS = 9_000;

  private CodingBench() {}

  static void run(Path home, List<String> options, PrintStream out) throws Exception {
    RedwoodConfiguration.errorLevel().apply();
    int rounds = options.isEmpty() ? ROUNDS : Integer.parseInt(options.get(0));
    List<String> turns = clientTurns(home.resolve("sample-transcripts"));
    List<Codebook> codebooks = CodebookReader.readAll(home.resolve("codebooks"));
    long cold = System.nanoTime();
    Analyzer analyzer = Analyzers.load("en");
    Coder coder = new Coder(analyzer, codebooks);
    coder.code(turns.get(0), null);
    out.printf(Locale.ROOT, "models loaded and first turn coded  %.1f s%n", seconds(cold));

    long tokens =
        turns.stream().mapToLong(turn -> analyzer.analyze(turn).tokens().size()).sum();
    int cues = codebooks.stream().flatMap(c -> c.codes().stream()).mapToInt(c -> c.cues().size()).sum();
    out.printf("text  %d client turns, %d tokens; %d cues%n", turns.size(), tokens, cues);

    StanfordCoreNLP pipeline = pipeline();
    code(coder, turns);
    annotate(pipeline, turns.subList(0, Math.min(200, turns.size())));
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      code(coder, turns);
      ours[round] = tokens / seconds(start);
      start = System.nanoTime();
      annotate(pipeline, turns);
      theirs[round] = tokens / seconds(start);
      out.printf(
          Locale.ROOT,
          "round %d  coding %,.0f tokens/s  CoreNLP %,.0f tokens/s  ratio %.1f%n",
          round + 1, ours[round], theirs[round], ours[round] / theirs[round]);
    }

    everySentence(analyzer, codebooks, coder, turns, out);
    twoThreads(coder, turns, out);
    longSession(coder, turns, tokens, out);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    out.printf(
        "heap in use after all this %d MB of %d MB allowed (CoreNLP's pipeline included)%n",
        heap, Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Whether the parser's triggers lose codings that parsing everything would find. */
  private static void everySentence(
      Analyzer analyzer, List<Codebook> codebooks, Coder coder, List<String> turns, PrintStream out) {
    Coder parsing = new Coder(analyzer, codebooks, SyntaxPatterns.everySentence());
    Set<String> with = new HashSet<>();
    Set<String> without = new HashSet<>();
    long start = System.nanoTime();
    collect(parsing, turns, with);
    double slow = seconds(start);
    start = System.nanoTime();
    collect(coder, turns, without);
    double fast = seconds(start);
    Set<String> missing = new HashSet<>(with);
    missing.removeAll(without);
    out.printf(
        Locale.ROOT,
        "parsing every sentence instead  %.1f times as long, %d codings against %d, %d of them only"
            + " then%n",
        slow / fast, with.size(), without.size(), missing.size());
  }

  private static void collect(Coder coder, List<String> turns, Set<String> codings) {
    for (int i = 0; i < turns.size(); i++) {
      for (Coding coding : coder.code(turns.get(i), null)) {
        codings.add(i + " " + coding.code() + coding.span());
      }
    }
  }

  private static void twoThreads(Coder coder, List<String> turns, PrintStream out)
      throws Exception {
    long start = System.nanoTime();
    code(coder, turns);
    code(coder, turns);
    double one = seconds(start);
    double two;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Integer> all = () -> code(coder, turns);
      threads.invokeAll(List.of(all, all)).forEach(CodingBench::await);
      start = System.nanoTime();
      threads.invokeAll(List.of(all, all)).forEach(CodingBench::await);
      two = seconds(start);
    }
    out.printf(Locale.ROOT, "two threads against one  %.2f times as fast%n", one / two);
  }

  private static void await(java.util.concurrent.Future<Integer> done) {
    try {
      done.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void longSession(Coder coder, List<String> turns, long tokens, PrintStream out) {
    List<Turn> session = new ArrayList<>();
    long size = 0;
    long perTurn = Math.max(1, tokens / turns.size());
    for (int i = 0; size < SESSION_TOKENS; i++, size += perTurn) {
      String text = turns.get(i % turns.size());
      session.add(new Turn(i, null, Role.CLIENT, text, null, null));
    }
    Transcript transcript = new Transcript(session);
    long start = System.nanoTime();
    int codings = coder.code(transcript).codings().size();
    out.printf(
        Locale.ROOT,
        "a session of %d client turns, about %d tokens, warm  %.2f s, %d codings%n",
        session.size(), size, seconds(start), codings);
  }

  private static int code(Coder coder, List<String> turns) {
    int codings = 0;
    for (String turn : turns) {
      codings += coder.code(turn, null).size();
    }
    return codings;
  }

  private static StanfordCoreNLP pipeline() {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,depparse");
    settings.setProperty("threads", "1");
    return new StanfordCoreNLP(settings);
  }

  private static int annotate(StanfordCoreNLP pipeline, List<String> turns) {
    int sentences = 0;
    for (String turn : turns) {
      CoreDocument document = pipeline.processToCoreDocument(turn);
      sentences += document.annotation().get(CoreAnnotations.SentencesAnnotation.class).size();
    }
    return sentences;
  }

  private static List<String> clientTurns(Path samples) throws IOException {
    Map<String, Role> roles =
        Map.of(
            "Heron", Role.CLIENT, "Heron (Guest)", Role.CLIENT, "Maple", Role.CLIENT,
            "Quartz", Role.CLIENT, "C", Role.CLIENT);
    List<String> turns = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(samples)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      if (name.matches("\\d{4}-.*")) {
        Upload upload = new Upload(name, Files.readAllBytes(file));
        Transcript transcript =
            switch (TranscriptImporter.read(upload, roles)) {
              case ImportResult.Imported imported -> imported.transcript();
              case ImportResult.NeedsMapping needs -> needs.transcript();
              case ImportResult.Refused refused -> new Transcript(List.of());
            };
        transcript.clientTurns().map(Turn::text).forEach(turns::add);
      }
    }
    return turns;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
