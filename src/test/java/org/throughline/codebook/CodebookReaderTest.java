package org.throughline.codebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.transcript.Span;

class CodebookReaderTest {

  private static final String HEAD =
      """
      codebook: mood
      version: 1.0.0
      language: en
      """;

  @Test
  void readsACodeWithItsCuesAndExamples() {
    Codebook codebook =
        codebook(
            HEAD
                + """
                lists:
                  kin: [mum, dad]
                codes:
                  - id: mood.fear
                    label: Fear
                    definition: Named fear.
                    cues:
                      - id: adjectives
                        words: [afraid, "scared of <kin>"]
                        unless: {words: ["afraid so|not"]}
                        confidence: 0.9
                    applies: ["I was [afraid] of him."]
                    near_misses: [{text: "I'm afraid so.", note: politeness}]
                """);

    Code fear = codebook.code("mood.fear").orElseThrow();
    assertThat(fear.cues()).hasSize(1);
    assertThat(fear.cues().get(0).cue()).isInstanceOf(Cue.Unless.class);
    assertThat(fear.cues().get(0).confidence()).isEqualTo(0.9);
    Example applies = fear.examples().get(0);
    assertThat(applies.text()).isEqualTo("I was afraid of him.");
    assertThat(applies.spans()).containsExactly(new Span(6, 12));
    assertThat(fear.examples().get(1).applies()).isFalse();
  }

  @Test
  void tellsAllProblemsAtOnceWithTheirLines() {
    List<Problem> problems =
        problems(
            HEAD
                + """
                codes:
                  - id: anger.hot
                    label: Hot
                    definition: x
                    colour: red
                    cues:
                      - {id: a, words: ["<nolist>"]}
                      - {id: b, clause: {subject: [me]}}
                      - {id: c}
                    applies: ["no brackets"]
                """);

    assertThat(problems)
        .extracting(Problem::toString)
        .anyMatch(p -> p.startsWith("mood.yaml:5:") && p.contains("begins with \"mood.\""))
        .anyMatch(p -> p.startsWith("mood.yaml:8:") && p.contains("\"colour\" is not known"))
        .anyMatch(p -> p.startsWith("mood.yaml:10:") && p.contains("word list"))
        .anyMatch(p -> p.startsWith("mood.yaml:11:") && p.contains("\"me\" is not known"))
        .anyMatch(p -> p.startsWith("mood.yaml:12:") && p.contains("a cue needs"))
        .anyMatch(p -> p.startsWith("mood.yaml:13:") && p.contains("[brackets]"));
  }

  @Test
  void aFileInAnotherEncodingIsNamedBesideTheOtherProblems(@TempDir Path folder)
      throws IOException {
    Files.write(folder.resolve("a.yaml"), "description: café".getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("b.yaml"), "colour: red");

    assertThatThrownBy(() -> CodebookReader.readAll(folder))
        .isInstanceOfSatisfying(
            BrokenCodebook.class,
            broken ->
                assertThat(broken.problems())
                    .extracting(Problem::toString)
                    .contains("a.yaml: is not UTF-8: save it with the encoding UTF-8")
                    .anyMatch(problem -> problem.startsWith("b.yaml:")));
  }

  @Test
  void aRegularExpressionThatCouldRunForeverIsRefused() {
    assertThat(
            problems(
                HEAD
                    + """
                    codes:
                      - id: mood.a
                        label: A
                        definition: a
                        cues:
                          - words: ["re:(a+)+\\\\1", "re:(?=x)"]
                    """))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.message()).contains("no RE2 expression"));
  }

  @Test
  void aRegularExpressionThatWouldFillTheMemoryIsRefused() {
    assertThat(problems(words("re:(((a{1000}){1000}){1000}){1000}", "re:(a{1,200}){1,200}")))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.message()).contains("repeats too often"));
    assertThat(codebook(words("re:[a-z]{3,20}", "re:a{2,}(b{3})?"))).isNotNull();
  }

  @Test
  void fiveHundredRegularExpressionsAreTheMost() {
    String[] most = new String[PatternLimits.REGULAR_EXPRESSIONS];
    Arrays.setAll(most, i -> "re:word" + i);
    assertThat(codebook(words(most))).isNotNull();

    String[] more = Arrays.copyOf(most, most.length + 20);
    Arrays.fill(more, most.length, more.length, "re:over");
    assertThat(problems(words(more)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(lineOf(words(more), "re:over"));
              assertThat(problem.message())
                  .contains("500 regular expressions", "two codebooks of it");
            });
  }

  @Test
  void listsThatNameListsDoNotGrowWithoutEnd() {
    StringBuilder lists = new StringBuilder(HEAD + "lists:\n  a0: [one, two]\n");
    for (int i = 1; i < 20; i++) {
      lists.append("  a%d: [\"<a%d> <a%d>\"]\n".formatted(i, i - 1, i - 1));
    }
    String text = lists + words("<a19>").substring(HEAD.length());

    assertThat(problems(text))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(lineOf(text, "- \"<a19>\""));
              assertThat(problem.message()).contains("1,000,000 words");
            });
  }

  @Test
  void listsDoNotNameListsWithoutEnd() {
    StringBuilder lists = new StringBuilder(HEAD + "lists:\n  a0: [one]\n");
    for (int i = 1; i < 10_000; i++) {
      lists.append("  a%d: [\"<a%d>\"]\n".formatted(i, i - 1));
    }

    assertThat(problems(lists + words("<a9999>").substring(HEAD.length())))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("20 deep at most"));
    String[] upwards = new String[10_000];
    Arrays.setAll(upwards, i -> "<a" + i + ">");
    assertThat(problems(lists + words(upwards).substring(HEAD.length())))
        .as("known lists lie as deep")
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.line())
                    .isEqualTo(
                        lineOf(lists + words(upwards).substring(HEAD.length()), "- \"<a20>")));
    assertThat(codebook(lists + words("<a19>").substring(HEAD.length()))).isNotNull();
  }

  /** A codebook of one cue. */
  private static String words(String... patterns) {
    return HEAD
        + """
        codes:
          - id: mood.a
            label: A
            definition: a
            cues:
              - words:
        """
        + Stream.of(patterns)
            .map(pattern -> "          - \"" + pattern + "\"\n")
            .collect(Collectors.joining());
  }

  private static int lineOf(String text, String part) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(part))
            .findFirst()
            .orElseThrow()
        + 1;
  }

  @Test
  void anIdThatLeadsOutOfItsFolderIsRefused() {
    assertThat(
            problems(
                HEAD.replace("codebook: mood", "codebook: ../mood")
                    + "codes:\n  - {id: ../mood.a, label: A, definition: a}\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.message()).contains("lower-case letters");
            });
  }

  @Test
  void brokenYamlIsAProblemWithALine() {
    assertThat(problems("codebook: x\n  y: [\n"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.line()).isPositive();
              assertThat(p.message()).contains("is not YAML");
            });
  }

  @Test
  void anEmptyFileAndDoubledKeysAreProblems() {
    assertThat(problems("")).isNotEmpty();
    assertThat(problems(HEAD + "version: 2\ncodes: []\n")).isNotEmpty();
  }

  @Test
  void theHashPinsTheText() {
    String text = HEAD + "codes:\n  - {id: mood.a, label: A, definition: a}\n";

    assertThat(codebook(text).hash()).isEqualTo(codebook(text).hash()).hasSize(64);
    assertThat(codebook(text + "\n").hash()).isNotEqualTo(codebook(text).hash());
  }

  private static Codebook codebook(String text) {
    CodebookReader.Result result = CodebookReader.read("mood.yaml", text);
    assertThat(result).isInstanceOf(CodebookReader.Result.Read.class);
    return ((CodebookReader.Result.Read) result).codebook();
  }

  private static List<Problem> problems(String text) {
    CodebookReader.Result result = CodebookReader.read("mood.yaml", text);
    assertThat(result).isInstanceOf(CodebookReader.Result.Broken.class);
    return ((CodebookReader.Result.Broken) result).problems();
  }
}
