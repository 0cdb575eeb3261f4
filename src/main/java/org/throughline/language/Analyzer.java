package org.throughline.language;

/**
 * Reads the grammar of one turn. Implementations are thread-safe: vendor objects that are not are
 * kept one set a thread.
 */
public interface Analyzer {

  /** The language it reads, as an IETF tag ("en"). */
  String language();

  /**
   * Whether it reads clauses. Without, clause and semgrex cues stay silent, {@code where} asks
   * nothing, and word cues count for less.
   */
  boolean readsClauses();

  AnalyzedTurn analyze(String text);
}
