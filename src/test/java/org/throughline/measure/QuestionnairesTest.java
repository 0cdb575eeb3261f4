package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnairesTest {

  private static final Questionnaires SHIPPED = Questionnaires.shipped();

  @Test
  void every_threshold_names_its_population_and_its_source() {
    assertThat(SHIPPED.all())
        .extracting(Questionnaire::id)
        .contains("phq9", "gad7", "oq45", "ors", "srs", "core10", "pq");
    assertThat(SHIPPED.all())
        .flatExtracting(Questionnaire::norms)
        .allSatisfy(
            norm -> {
              assertThat(norm.population()).isNotBlank();
              assertThat(norm.source()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}: {1} → {2} is {3}")
  @CsvSource({
    "phq9,   18,  8, RECOVERED",
    "phq9,   18, 12, IMPROVED",
    "phq9,   18, 13, UNCHANGED",
    "phq9,   10, 16, DETERIORATED",
    "gad7,   12,  7, RECOVERED",
    "ors,    15, 28, RECOVERED",
    "ors,    15, 21, IMPROVED",
    "ors,    25, 19, DETERIORATED",
    "core10, 11,  5, RECOVERED",
    "pq,      5,  3, RECOVERED",
  })
  void outcomes(String id, double before, double after, Questionnaire.Outcome outcome) {
    var questionnaire = SHIPPED.of(id).orElseThrow();
    assertThat(questionnaire.outcome(questionnaire.norms().getFirst(), before, after))
        .contains(outcome);
  }

  @Test
  void an_impossible_score_is_refused() {
    var phq9 = SHIPPED.of("phq9").orElseThrow();
    assertThatThrownBy(
            () -> phq9.check(new Entry.Score("e", LocalDate.of(2026, 1, 5), "phq9", 28, null, 0)))
        .hasMessage("a score of PHQ-9 lies between 0.0 and 27.0");
    assertThatThrownBy(
            () -> phq9.check(new Entry.Score("e", LocalDate.of(2026, 1, 5), "phq9", 20, null, 3)))
        .hasMessageContaining("at most 2 items left out");
  }

  @Test
  void a_clinic_may_bring_its_own_table(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        - id: x1
          name: X-1
          range: [0, 10]
          better: lower
          norms:
            - {id: here, population: our clinic, clinical: 5, sd: 2, reliability: 0.75, source: own data 2025}
        """);
    var norm = Questionnaires.read(file).of("x1").orElseThrow().norms().getFirst();
    assertThat(norm.reliableChange()).isCloseTo(1.96 * Math.sqrt(2) * 2 * 0.5, within(1e-9));
  }

  @Test
  void a_wrong_table_is_refused_by_file_and_line(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(file, "- id: x1\n  name: X-1\n  rang: [0, 10]\n");
    assertThatThrownBy(() -> Questionnaires.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("own.yaml:3:");
    Files.writeString(
        file,
        "- {id: x1, name: X, range: [0, 1], better: lower, norms: [{id: a, population: b}]}\n");
    assertThatThrownBy(() -> Questionnaires.read(file))
        .hasMessageContaining("norm a of x1 names no source");
  }
}
