package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of questionnaires: shipped, or a clinic's own file of the same shape. */
public record Questionnaires(List<Questionnaire> all) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private record Row(
      String id,
      String name,
      List<Double> range,
      String better,
      @JsonProperty("missing_items") int missing,
      @Nullable String licence,
      List<NormRow> norms) {

    Questionnaire questionnaire() {
      if (range.size() != 2 || !(range.getFirst() < range.getLast())) {
        throw new IllegalArgumentException("range of " + id + " is [lowest, highest]");
      }
      return new Questionnaire(
          id,
          name,
          range.getFirst(),
          range.getLast(),
          direction(),
          missing,
          licence == null ? "" : licence,
          norms.stream().map(norm -> norm.norm(id)).toList());
    }

    private Questionnaire.Better direction() {
      return switch (better.toLowerCase(Locale.ROOT)) {
        case "lower" -> Questionnaire.Better.LOWER;
        case "higher" -> Questionnaire.Better.HIGHER;
        default -> throw new IllegalArgumentException("better of " + id + " is lower or higher");
      };
    }
  }

  private record NormRow(
      String id,
      String population,
      @Nullable Double clinical,
      @JsonProperty("reliable_change") @Nullable Double reliableChange,
      @Nullable Double sd,
      @Nullable Double reliability,
      @JsonProperty("reliability_kind") @Nullable String reliabilityKind,
      @Nullable String source,
      boolean confirmed) {

    Questionnaire.Norm norm(String questionnaire) {
      if (source == null || source.isBlank()) {
        throw new IllegalArgumentException(
            "norm " + id + " of " + questionnaire + " names no source");
      }
      var change = sd == null || reliability == null ? null : new ReliableChange(sd, reliability);
      Double least =
          reliableChange == null && change != null
              ? Double.valueOf(change.threshold())
              : reliableChange;
      return new Questionnaire.Norm(
          id,
          population,
          clinical,
          least,
          change,
          reliabilityKind == null ? "" : reliabilityKind,
          source,
          confirmed);
    }
  }

  public Questionnaires {
    all = List.copyOf(all);
    Set<String> ids = new HashSet<>();
    for (Questionnaire one : all) {
      if (!ids.add(one.id())) {
        throw new IllegalArgumentException("questionnaire " + one.id() + " stands there twice");
      }
    }
  }

  /** The table that comes with the program. */
  public static Questionnaires shipped() {
    try (InputStream in = Questionnaires.class.getResourceAsStream("questionnaires.yaml")) {
      if (in == null) {
        throw new IllegalStateException("questionnaires.yaml is missing from the program");
      }
      return read(YAML.readValue(in, Row[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A clinic's own table.
   *
   * @throws IllegalArgumentException naming file and line, if it is not of that shape
   */
  public static Questionnaires read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(YAML.readValue(in, Row[].class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s:%d: %s".formatted(file.getFileName(), line(file, e), e.getOriginalMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  /** Jackson gives no place for an unknown property of a record, so its line is looked up. */
  private static int line(Path file, JacksonException problem) throws IOException {
    int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
    if (line < 1 && problem instanceof UnrecognizedPropertyException unknown) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(unknown.getPropertyName() + ":")) {
          return i + 1;
        }
      }
    }
    return Math.max(1, line);
  }

  private static Questionnaires read(Row[] rows) {
    return new Questionnaires(List.of(rows).stream().map(Row::questionnaire).toList());
  }

  public Optional<Questionnaire> of(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
