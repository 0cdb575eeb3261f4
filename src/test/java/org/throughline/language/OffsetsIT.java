package org.throughline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people or machines type, tokens stay in the text and in order. */
class OffsetsIT {

  private static final String[] PIECES = {
    "I",
    "can't",
    "dont",
    "was",
    "—",
    "...",
    "…",
    "\n",
    " ",
    "\t",
    "😀",
    "e\u0301",
    "\u200b",
    "\u202e",
    "שלום",
    "مرحبا",
    "田中",
    "'",
    "’",
    "\"",
    "n't",
    "um,",
    "I I",
    "?",
    "!",
    "\u0000",
    "\ud83d",
    "x".repeat(70),
    "http://a.b",
    "5:30",
    "gonna",
    "w-",
    "İ",
    "ß"
  };

  private static EnglishAnalyzer analyzer;

  @BeforeAll
  static void load() {
    analyzer = EnglishAnalyzer.load();
  }

  @Test
  void randomTextKeepsItsOffsets() {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      holds(text.toString(), "seed " + seed + " run " + run);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "😀", "ا", "\u0007", "no "})
  void aMegabyteOfOneThingIsRead(String piece) {
    holds(piece.repeat(1_000_000 / piece.length()), "a megabyte");
  }

  private static void holds(String text, String name) {
    AnalyzedTurn turn = analyzer.analyze(text);
    int end = 0;
    for (Token token : turn.tokens()) {
      assertThat(token.span().start()).as(name).isGreaterThanOrEqualTo(end);
      assertThat(token.span().of(text)).as(name).isEqualTo(token.surface()).isNotEmpty();
      end = token.span().end();
    }
    for (Clause clause : turn.clauses()) {
      assertThat(clause.span().end()).as(name).isLessThanOrEqualTo(text.length());
      assertThat(clause.endToken()).as(name).isLessThanOrEqualTo(turn.tokens().size());
    }
  }
}
