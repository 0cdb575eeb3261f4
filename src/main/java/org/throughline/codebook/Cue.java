package org.throughline.codebook;

/** A language pattern that suggests a code. */
public sealed interface Cue {

  /** Unique within its code. */
  String id();

  /** Phrases of lemmas and words. */
  record Words(String id) implements Cue {}
}
