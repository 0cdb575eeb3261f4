package org.throughline.coding;

/**
 * Who judged. Agreement, review and reports treat people and machines alike, and never mix them.
 */
public sealed interface Rater {

  /**
   * The engine under one version of one codebook: the same input gives the same codings.
   *
   * @param engine version of this program
   * @param codebook name and version of the codebook, "emotion 1.0.0"
   * @param codebookHash SHA-256 of the codebook file, hex
   */
  record Machine(String engine, String codebook, String codebookHash) implements Rater {}

  /**
   * What was learned from people's decisions here: suggests where no cue does. Off until a person
   * switches it on for a code.
   *
   * @param code the one code it knows
   * @param hash SHA-256 of the model, hex
   */
  record Model(String code, String hash) implements Rater {}

  /** A person, by account id. */
  record Human(String account) implements Rater {}
}
