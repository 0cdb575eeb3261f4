package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a questionnaire: its range and, for each population, its thresholds with their
 * source. Never its items.
 *
 * @param better "lower" or "higher"
 * @param missing how many items may be left out before a score is refused
 * @param licence what one may do with it
 */
public record Questionnaire(
    String id,
    String name,
    double lowest,
    double highest,
    Better better,
    int missing,
    String licence,
    List<Norm> norms) {

  public enum Better {
    @JsonProperty("lower")
    LOWER,
    @JsonProperty("higher")
    HIGHER
  }

  /**
   * Thresholds in one population.
   *
   * @param clinical where the clinical range begins, included (lower is better) or left out (higher
   *     is better); null where there is none
   * @param reliableChange least difference in points; null where unknown
   * @param change what it was computed from; null where the source gives points only
   * @param reliabilityKind "alpha" or "retest"; "" where unknown
   * @param confirmed whether somebody has checked the numbers in the source itself
   */
  public record Norm(
      String id,
      String population,
      @Nullable Double clinical,
      @Nullable Double reliableChange,
      @Nullable ReliableChange change,
      String reliabilityKind,
      String source,
      boolean confirmed) {}

  /** What became of two scores. */
  public enum Outcome {
    RECOVERED("reliably improved and out of the clinical range"),
    IMPROVED("reliably improved"),
    UNCHANGED("no reliable change"),
    DETERIORATED("reliably worse");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public Questionnaire {
    norms = List.copyOf(norms);
  }

  public Optional<Norm> norm(String normId) {
    return norms.stream().filter(norm -> norm.id().equals(normId)).findFirst();
  }

  /**
   * Refuses what the questionnaire cannot have yielded.
   *
   * @throws IllegalArgumentException with what to do
   */
  public void check(Entry.Score score) {
    if (!(score.value() >= lowest && score.value() <= highest)) {
      throw new IllegalArgumentException(
          "a score of %s lies between %s and %s".formatted(name, lowest, highest));
    }
    if (score.missingItems() < 0 || score.missingItems() > missing) {
      throw new IllegalArgumentException(
          "%s may be scored with at most %d items left out".formatted(name, missing));
    }
  }

  /** Points gained in the direction that the questionnaire calls better. */
  public double gain(double before, double after) {
    return better == Better.LOWER ? before - after : after - before;
  }

  public boolean isClinical(Norm norm, double score) {
    Double from = norm.clinical();
    return from != null && (better == Better.LOWER ? score >= from : score < from);
  }

  /** Empty where the norm gives no reliable change. */
  public Optional<Outcome> outcome(Norm norm, double before, double after) {
    Double least = norm.reliableChange();
    if (least == null) {
      return Optional.empty();
    }
    double gain = gain(before, after);
    if (gain <= -least) {
      return Optional.of(Outcome.DETERIORATED);
    }
    if (gain < least) {
      return Optional.of(Outcome.UNCHANGED);
    }
    return Optional.of(
        isClinical(norm, before) && !isClinical(norm, after)
            ? Outcome.RECOVERED
            : Outcome.IMPROVED);
  }
}
