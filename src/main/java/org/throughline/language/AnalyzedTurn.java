package org.throughline.language;

import java.util.List;

/**
 * A turn's text with everything the grammar says of it. Tokens cover the text in order; clauses are
 * in order of their first token.
 */
public record AnalyzedTurn(
    String text, List<Token> tokens, List<Sentence> sentences, List<Clause> clauses) {

  public AnalyzedTurn {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
    clauses = List.copyOf(clauses);
  }

  /**
   * How many words: tokens that are neither marks nor fillers, contractions counted once ("don't"
   * is one word). The denominator of every rate per words.
   */
  public int words() {
    int words = 0;
    int lastEnd = -1;
    for (Token token : tokens) {
      if (token.isWord() && !token.filler() && token.span().start() != lastEnd) {
        words++;
      }
      lastEnd = token.span().end();
    }
    return words;
  }

  /** The innermost clause that holds a token, or null in a turn without clauses. */
  public @org.jspecify.annotations.Nullable Clause clauseAt(int token) {
    Clause best = null;
    for (Clause clause : clauses) {
      if (clause.firstToken() <= token
          && token < clause.endToken()
          && (best == null
              || clause.endToken() - clause.firstToken() <= best.endToken() - best.firstToken())) {
        best = clause;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "AnalyzedTurn[tokens=" + tokens.size() + ", clauses=" + clauses.size() + "]";
  }
}
