package org.throughline.coding;

import org.throughline.language.Clause;

/**
 * How the coded words are meant: taken from the clause they stand in.
 *
 * @param experiencer who feels or acts
 * @param prompted whether the therapist used the same lemma or family within the two turns before
 */
public record Attributes(
    Experiencer experiencer,
    Clause.Polarity polarity,
    Clause.Reality reality,
    Clause.Time time,
    Clause.Source source,
    Clause.Certainty certainty,
    boolean prompted) {

  public enum Experiencer {
    SELF,
    WE,
    OTHER,
    GENERIC_YOU,
    NOBODY
  }

  public static final Attributes PLAIN =
      new Attributes(
          Experiencer.SELF,
          Clause.Polarity.AFFIRMED,
          Clause.Reality.ACTUAL,
          Clause.Time.PRESENT,
          Clause.Source.OWN,
          Clause.Certainty.PLAIN,
          false);

  /** An attribute's value as files and the API write it: "own_past_speech". */
  public static String id(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether it may count in the client's own figures: theirs, affirmed and actual. */
  public boolean counts() {
    return (experiencer == Experiencer.SELF || experiencer == Experiencer.WE)
        && polarity == Clause.Polarity.AFFIRMED
        && reality == Clause.Reality.ACTUAL
        && source != Clause.Source.REPORTED
        && source != Clause.Source.QUESTION;
  }
}
