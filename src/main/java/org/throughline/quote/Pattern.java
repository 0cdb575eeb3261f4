package org.throughline.quote;

import java.util.List;

/**
 * A shape of words within one turn. Each pattern stands for a set of stretches, half-open ranges of
 * word positions; positions count every spoken word of a turn from 0 and no punctuation.
 */
public sealed interface Pattern {

  /** Patterns that a row of words is read by from left to right, like a regular expression. */
  sealed interface Regular extends Pattern {}

  /** One word. */
  record Word(TokenTest test) implements Regular {}

  /**
   * One after the other. Between two parts any fillers ("um", a repeated word) are stepped over.
   */
  record Sequence(List<Regular> parts) implements Regular {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  record Either(List<Regular> parts) implements Regular {
    public Either {
      parts = List.copyOf(parts);
    }
  }

  /** From {@code min} to {@code max} times in a row. */
  record Repeat(Regular part, int min, int max) implements Regular {
    public Repeat {
      if (min < 0 || max < min || max < 1) {
        throw new IllegalArgumentException("cannot repeat " + min + " to " + max + " times");
      }
    }
  }

  /** Whole runs of neighbouring words that pass the test: the stretches a code lies on. */
  record Run(TokenTest test) implements Pattern {}

  /** Whole sentences. */
  record Sentences() implements Pattern {}

  record AnyOf(List<Pattern> parts) implements Pattern {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The stretch from one to the other, where they stand at most {@code distance} words apart:
   * neighbours are 1 apart, overlapping ones 0. Of stretches that hold another such stretch only
   * the inner one counts.
   *
   * @param ordered whether the first must begin before the second
   */
  record Near(Pattern first, Pattern second, int distance, boolean ordered) implements Pattern {}

  /** Like {@link Near}, with both in one sentence, however far apart. */
  record SameSentence(Pattern first, Pattern second) implements Pattern {}

  /** Stretches of the first that lie wholly in one of the second. */
  record Within(Pattern inner, Pattern outer) implements Pattern {}
}
