package org.throughline.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.throughline.measure.Words;

/**
 * What people decided about a problem, in order; the last decision about one thing holds. As JSON
 * it carries its kind: {@code {"kind": "named", …}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ProblemEvent.Named.class, name = "named"),
  @JsonSubTypes.Type(value = ProblemEvent.Linked.class, name = "linked"),
  @JsonSubTypes.Type(value = ProblemEvent.Unlinked.class, name = "unlinked"),
  @JsonSubTypes.Type(value = ProblemEvent.Staged.class, name = "staged"),
  @JsonSubTypes.Type(value = ProblemEvent.SetbackExplained.class, name = "setback_explained"),
})
public sealed interface ProblemEvent {

  /** Unique within the client. */
  String id();

  Instant at();

  String account();

  /** Which problem: the id under which it was named. */
  String problem();

  /** A problem gets its name, or a better one. */
  record Named(String id, Instant at, String account, String problem, Words words, boolean byClient)
      implements ProblemEvent {
    public Named {
      if (words.isBlank()) {
        throw new IllegalArgumentException("name the problem in the client's words");
      }
    }
  }

  /**
   * A passage is about the problem.
   *
   * @param quote the words of the passage
   */
  record Linked(String id, Instant at, String account, String problem, Place place, Words quote)
      implements ProblemEvent {}

  /** It is not, after all. */
  record Unlinked(String id, Instant at, String account, String problem, Place place)
      implements ProblemEvent {}

  /**
   * A person confirms where a passage stands.
   *
   * @param stage 0 to 7; halves where it lies between two
   */
  record Staged(String id, Instant at, String account, String problem, Place place, double stage)
      implements ProblemEvent {
    public Staged {
      if (!(stage >= 0 && stage <= 7) || stage * 2 != Math.rint(stage * 2)) {
        throw new IllegalArgumentException("a stage lies between 0 and 7, in halves");
      }
    }
  }

  /** A person says why a setback came. */
  record SetbackExplained(
      String id,
      Instant at,
      String account,
      String problem,
      Place place,
      SetbackReason reason,
      Words note)
      implements ProblemEvent {}

  /** After Caro Gabalda and Stiles (2013). */
  enum SetbackReason {
    @JsonProperty("beyond_what_was_ready")
    BEYOND_WHAT_WAS_READY("the work went further than the client was ready to"),
    @JsonProperty("harder_material")
    HARDER_MATERIAL("harder material was taken up on purpose"),
    @JsonProperty("another_strand")
    ANOTHER_STRAND("the client turned to another strand of the problem"),
    @JsonProperty("outside_event")
    OUTSIDE_EVENT("something happened outside"),
    @JsonProperty("other")
    OTHER("other");

    private final String label;

    SetbackReason(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
