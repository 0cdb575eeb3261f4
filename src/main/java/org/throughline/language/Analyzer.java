package org.throughline.language;

/**
 * Reads the grammar of one turn. Implementations are thread-safe: vendor objects that are not are
 * kept one set a thread.
 */
public interface Analyzer {

  /** The language it reads, as an IETF tag ("en"). */
  String language();

  /**
   * Whether it can parse: without, semgrex cues stay silent and every other cue works on tokens and
   * clauses.
   */
  boolean parses();

  AnalyzedTurn analyze(String text);
}
