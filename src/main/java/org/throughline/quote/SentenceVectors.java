package org.throughline.quote;

/**
 * Turns a sentence into a point, so that sentences of like meaning lie near each other. Runs on
 * this machine; no word leaves it.
 */
public interface SentenceVectors {

  /** Numbers in a vector. */
  int size();

  /** The sentence's vector, of length 1. */
  float[] of(String sentence);

  /** Those of the model that comes with the program, which is loaded when first asked. */
  static SentenceVectors local() {
    return new LateVectors();
  }
}
