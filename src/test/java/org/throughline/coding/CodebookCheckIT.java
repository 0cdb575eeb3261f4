package org.throughline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.Problem;
import org.throughline.language.Analyzer;
import org.throughline.language.Analyzers;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

class CodebookCheckIT {

  private static Analyzer english;

  @BeforeAll
  static void load() {
    english = Analyzers.load("en");
  }

  @Test
  void aNearMissThatIsCodedAndAnExampleThatIsNotAreNamedWithTheirLines() {
    Codebook codebook =
        Bracketed.codebook(
            """
            codebook: t
            version: 1.0.0
            language: en
            codes:
              - id: t.fear
                label: Fear
                definition: named fear
                cues:
                  - words: [afraid]
                applies:
                  - "I was [afraid]."
                  - "I was [terrified]."
                near_misses:
                  - "I'm afraid I'm late."
            """);

    CodebookCheck.Report report = CodebookCheck.check(codebook, english);

    assertThat(report.examples()).isEqualTo(3);
    assertThat(report.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("t.yaml:12: t.fear does not fall on"),
            second -> assertThat(second).startsWith("t.yaml:14: t.fear falls on \"afraid\""));
  }

  @Test
  void aCodeWithoutNearMissesFails() {
    Codebook codebook = Bracketed.oneCue("{words: [afraid]}");

    assertThat(CodebookCheck.check(codebook, english).problems())
        .extracting(Problem::message)
        .contains(
            "t.a has no near miss: add sentences under near_misses that it must leave alone",
            "t.a has no example it applies to: add some under applies, the words in [brackets]");
  }

  @Test
  void aNewVersionShowsWhatWouldComeAndGo() {
    Codebook before = Bracketed.oneCue("{words: [afraid, sad]}");
    Codebook after = Bracketed.oneCue("{words: [afraid, angry]}");
    Transcript transcript =
        new Transcript(
            List.of(
                new Turn(0, "T", Role.THERAPIST, "Were you angry?", null, null),
                new Turn(1, "C", Role.CLIENT, "I was sad, afraid and angry.", null, null)));

    CodebookDiff.Report report =
        CodebookDiff.diff(before, after, english, Map.of("one.txt", transcript));

    assertThat(report.appearing()).extracting(CodebookDiff.Change::quote).containsExactly("angry");
    assertThat(report.vanishing()).extracting(CodebookDiff.Change::quote).containsExactly("sad");
    assertThat(report.codes()).containsEntry("t.a", new CodebookDiff.Counts(2, 2));
  }
}
