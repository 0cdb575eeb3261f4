package org.throughline.codebook;

/**
 * A cue as a code carries it: named, so that a coding can say which one fired.
 *
 * @param id unique within its code
 * @param confidence 0 to 1: how sure a trained reader would be on seeing only this
 * @param experiencer whose state the words name
 * @param line in the codebook file
 */
public record Suggestion(String id, Cue cue, double confidence, Experiencer experiencer, int line) {

  public enum Experiencer {
    /** Read off the clause: an owner before the words, a person acted on, else the subject. */
    CLAUSE,
    /** The subject even where somebody is acted on: "she loves me" names her love. */
    SUBJECT,
    /** The client, whatever the clause is about: "you told me scary things". */
    SELF
  }
}
