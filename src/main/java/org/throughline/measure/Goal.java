package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;

/**
 * A goal in the client's words, in one of two forms that never mix: on a scale of five written
 * levels (Kiresuk and Sherman 1968), or followed by four ordered descriptions without arithmetic.
 */
public final class Goal {

  private Goal() {}

  /** A goal or a rating of one. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  public sealed interface GoalEntry extends Entry
      permits Scaled, Described, ScaledRating, DescribedRating {}

  /**
   * A goal with levels.
   *
   * @param weight how much it matters against the client's other goals, above 0
   * @param levels what −2, −1, 0, +1 and +2 look like, in this order; all five are written before
   *     the first rating
   */
  public record Scaled(String id, LocalDate date, Words words, double weight, List<Words> levels)
      implements GoalEntry {
    public Scaled {
      levels = List.copyOf(levels);
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a goal's weight is above 0");
      }
      if (levels.size() != 5 || levels.stream().anyMatch(Words::isBlank)) {
        throw new IllegalArgumentException(
            "a scaled goal needs all five level texts, from −2 to +2, before it is rated; use a"
                + " described goal where they cannot be written");
      }
    }
  }

  /** A goal without levels. */
  public record Described(String id, LocalDate date, Words words) implements GoalEntry {}

  /** Where a scaled goal stands, −2 to +2. */
  public record ScaledRating(String id, LocalDate date, String goal, int level, Words evidence)
      implements GoalEntry {
    public ScaledRating {
      Checks.within(level, -2, 2, "a goal attainment level");
    }
  }

  /** Where a described goal stands. */
  public record DescribedRating(String id, LocalDate date, String goal, Stage stage, Words evidence)
      implements GoalEntry {}

  /** Ordered, and not numbers: there is no average of them. */
  public enum Stage {
    @JsonProperty("not_yet_started")
    NOT_YET_STARTED("not yet started"),
    @JsonProperty("beginning")
    BEGINNING("beginning to see change"),
    @JsonProperty("noticeable_shift")
    NOTICEABLE_SHIFT("noticeable shift"),
    @JsonProperty("fully_realised")
    FULLY_REALISED("fully realised");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
