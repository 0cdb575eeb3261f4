package org.throughline.codebook;

import java.util.List;

/**
 * A language pattern that suggests a code: a closed syntax tree, matched by one exhaustive switch
 * in {@code coding.CueMatcher}.
 *
 * <p>Three kinds look at the language ({@link Words}, {@link InClause}, {@link Semgrex}); four
 * narrow another cue down ({@link Where}, {@link Near}, {@link Unless}, {@link After}).
 */
public sealed interface Cue {

  /** Phrases: any of the patterns, anywhere in the turn. */
  record Words(List<WordPattern> patterns) implements Cue {
    public Words {
      patterns = List.copyOf(patterns);
    }
  }

  /** A clause with these features. */
  record InClause(ClauseFeatures features, Mark mark) implements Cue {}

  /** A dependency pattern in CoreNLP's Semgrex notation; only sentences with a trigger word run. */
  record Semgrex(String pattern, List<String> triggers, Mark mark) implements Cue {
    public Semgrex {
      triggers = List.copyOf(triggers);
    }
  }

  /** The cue, where the clause it stands in has these features. */
  record Where(Cue cue, ClauseFeatures features) implements Cue {}

  /** The cue, with one of the other's matches in reach. */
  record Near(Cue cue, Cue other, Reach reach) implements Cue {}

  /** The cue, with none of the other's matches in reach. */
  record Unless(Cue cue, Cue other, Reach reach) implements Cue {}

  /** The cue, in a turn that answers a turn with one of these phrases. */
  record After(Cue cue, Words previous) implements Cue {}

  /** Which words of a matched clause the coding marks. */
  enum Mark {
    /** From the subject to the verb, its particle and a short object. */
    SUBJECT_VERB,
    CLAUSE,
    MATCH
  }

  /**
   * How far from the match another pattern may stand.
   *
   * @param kind what the distance is measured in
   * @param words the distance for {@link Kind#WORDS}; 0 otherwise
   */
  record Reach(Kind kind, int words, Side side) {

    public enum Kind {
      /** The two matches share a word. */
      OVERLAP,
      WORDS,
      CLAUSE,
      SENTENCE,
      TURN
    }

    public enum Side {
      BEFORE,
      AFTER,
      EITHER
    }

    public static final Reach OVERLAP = new Reach(Kind.OVERLAP, 0, Side.EITHER);
  }
}
