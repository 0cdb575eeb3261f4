package org.throughline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.coding.Coder;
import org.throughline.coding.Coding;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.language.Analyzers;

/**
 * What the pieces of coding one turn cost: reading its grammar, then the cues of the shipped
 * codebooks, of a codebook of ten words, and of one of five thousand. The turn is invented.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PiecesBench {

  private static final String TURN =
      "I mean, I was sort of scared that she would just leave, and then, um, I decided I'd call her"
          + " anyway. It wasn't easy. My mother always said you can't rely on anybody, so part of me"
          + " still waits for it to go wrong, but I rang, and I told her what I wanted.";

  private final Analyzer analyzer = Analyzers.load("en");
  private final Coder shipped = new Coder(analyzer, shippedCodebooks());
  private final Coder ten = new Coder(analyzer, List.of(words(10)));
  private final Coder thousands = new Coder(analyzer, List.of(words(5_000)));

  @Benchmark
  public AnalyzedTurn grammar() {
    return analyzer.analyze(TURN);
  }

  @Benchmark
  public List<Coding> grammarAndShippedCodebooks() {
    return shipped.code(TURN, null);
  }

  @Benchmark
  public List<Coding> grammarAndTenWords() {
    return ten.code(TURN, null);
  }

  @Benchmark
  public List<Coding> grammarAndFiveThousandWords() {
    return thousands.code(TURN, null);
  }

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(PiecesBench.class.getSimpleName()).build()).run();
  }

  private static List<Codebook> shippedCodebooks() {
    try {
      return CodebookReader.readAll(
          Path.of(System.getProperty("throughline.home", ".")).resolve("codebooks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A codebook of so many two-word cues, of which the turn holds one. */
  private static Codebook words(int size) {
    String cues =
        IntStream.range(0, size)
            .mapToObj(i -> i == 0 ? "scared" : String.format(Locale.ROOT, "wibble%d wobble%d", i, i))
            .collect(Collectors.joining(", "));
    String text =
        """
        codebook: bench
        version: 0.0.1
        language: en
        description: Words for a benchmark.
        codes:
          - id: bench.words
            label: Words
            brief: Words.
            definition: Words.
            cues:
              - id: words
                words: [%s]
            applies: ["I was [scared]."]
            near_misses: ["I walked home."]
        """
            .formatted(cues);
    return switch (CodebookReader.read("bench.yaml", text)) {
      case CodebookReader.Result.Read read -> read.codebook();
      case CodebookReader.Result.Broken broken ->
          throw new IllegalStateException(broken.problems().toString());
    };
  }
}
