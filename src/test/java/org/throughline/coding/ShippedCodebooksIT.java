package org.throughline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Example;
import org.throughline.language.Analyzer;
import org.throughline.language.Analyzers;

/** What ships in codebooks/ holds what a codebook promises. */
class ShippedCodebooksIT {

  private static final Path FOLDER = Path.of("codebooks");
  private static final int EXAMPLES_EACH_WAY = 10;

  private static Analyzer english;
  private static List<Codebook> codebooks;

  @BeforeAll
  static void load() throws IOException {
    english = Analyzers.load("en");
    codebooks = CodebookReader.readAll(FOLDER);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleHolds() {
    return codebooks.stream()
        .map(
            codebook ->
                DynamicTest.dynamicTest(
                    codebook.id(),
                    () -> assertThat(CodebookCheck.check(codebook, english).problems()).isEmpty()));
  }

  @Test
  void everyCodeHasItsPartsAndTenExamplesEachWay() {
    for (Codebook codebook : codebooks) {
      for (Code code : codebook.codes()) {
        assertThat(code.definition()).as(code.id()).isNotBlank();
        assertThat(code.brief()).as(code.id()).isNotBlank();
        assertThat(code.useWhen()).as(code.id()).isNotEmpty();
        assertThat(code.doNotUseWhen()).as(code.id()).isNotEmpty();
        assertThat(code.provenance()).as(code.id()).isNotBlank();
        long applies = code.examples().stream().filter(Example::applies).count();
        long nearMisses = code.examples().size() - applies;
        assertThat(applies).as(code.id() + " applies").isGreaterThanOrEqualTo(EXAMPLES_EACH_WAY);
        assertThat(nearMisses)
            .as(code.id() + " near misses")
            .isGreaterThanOrEqualTo(EXAMPLES_EACH_WAY);
      }
    }
  }

  @Test
  void theFixedIdsAreThere() {
    Set<String> ids =
        codebooks.stream()
            .flatMap(codebook -> codebook.codes().stream())
            .map(Code::id)
            .collect(Collectors.toSet());

    assertThat(ids)
        .contains(
            "emotion.joy",
            "emotion.undifferentiated_neg",
            "agency.volitional",
            "agency.act",
            "agency.constrained",
            "agency.undergoer",
            "coherence.time",
            "coherence.cause",
            "coherence.meaning",
            "coherence.contrast",
            "coherence.future",
            "coherence.fragment",
            "self.critical",
            "self.compassionate",
            "self.fused",
            "self.separated",
            "talk.change",
            "talk.sustain")
        .containsAll(
            IntStream.rangeClosed(0, 7).mapToObj(stage -> "assimilation." + stage).toList());
  }

  /** Whatever is typed, codings lie inside the text and quote it, and do not depend on the run. */
  @Test
  void anyTextIsCodedWithinItsBounds() {
    Coder coder = new Coder(english, codebooks);
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<String> pieces =
        List.of(
            "I was so scared",
            "he made me",
            "😀",
            "e\u0301",
            "שלום",
            "\u202e",
            "um, I I",
            "—",
            "I decided to stop",
            "because",
            "…",
            "\n",
            "can’t stop crying",
            "?",
            "when I was ten",
            "\u0000",
            "ashamed",
            "田中",
            "part of me",
            "I don't know");
    for (int run = 0; run < 500; run++) {
      String text =
          random
              .ints(1 + random.nextInt(12), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining(random.nextBoolean() ? " " : ", "));
      List<Coding> codings = coder.code(text, null);
      for (Coding coding : codings) {
        assertThat(coding.span().of(text)).as("seed %d", seed).isEqualTo(coding.quote());
      }
      assertThat(coder.code(text, null)).as("seed %d", seed).isEqualTo(codings);
    }
  }

  /** However much is said in one turn: time must not grow with its square. */
  @ParameterizedTest
  @ValueSource(strings = {"He beat my mother and me and ", "I was so scared. ", "😀", "\u202eا "})
  void manyWordsInOneTurnAreCoded(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    for (Coding coding : new Coder(english, codebooks).code(text, null)) {
      assertThat(coding.span().of(text)).isEqualTo(coding.quote());
    }
  }
}
