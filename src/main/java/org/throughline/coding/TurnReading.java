package org.throughline.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Clause;
import org.throughline.language.Sentence;
import org.throughline.language.SyntaxPatterns;

/**
 * One turn with everything the cues ask of it: its grammar, the runs of all word patterns in it,
 * and the runs in the turn before. Which clause and sentence a word stands in is asked for every
 * match of every cue, so it is worked out once.
 */
final class TurnReading {

  private final AnalyzedTurn turn;
  private final Map<Integer, List<Run>> runs;
  private final Map<Integer, List<Run>> previousRuns;
  private final SyntaxPatterns.Parses parses;
  private final boolean clauses;
  private final int[] clauseOf;
  private final int[] sentenceOf;

  /**
   * @param runs by pattern, in the order of their first words
   * @param clauses whether the grammar of this language is read
   */
  TurnReading(
      AnalyzedTurn turn,
      Map<Integer, List<Run>> runs,
      Map<Integer, List<Run>> previousRuns,
      SyntaxPatterns.Parses parses,
      boolean clauses) {
    this.turn = turn;
    this.runs = runs;
    this.previousRuns = previousRuns;
    this.parses = parses;
    this.clauses = clauses;
    this.clauseOf = innermost(turn);
    this.sentenceOf = new int[turn.tokens().size()];
    Arrays.fill(sentenceOf, -1);
    for (int i = 0; i < turn.sentences().size(); i++) {
      Sentence sentence = turn.sentences().get(i);
      Arrays.fill(sentenceOf, sentence.firstToken(), sentence.endToken(), i);
    }
  }

  private static int[] innermost(AnalyzedTurn turn) {
    int[] innermost = new int[turn.tokens().size()];
    int[] length = new int[turn.tokens().size()];
    Arrays.fill(innermost, -1);
    for (Clause clause : turn.clauses()) {
      int words = clause.endToken() - clause.firstToken();
      for (int i = clause.firstToken(); i < clause.endToken(); i++) {
        if (innermost[i] < 0 || words <= length[i]) {
          innermost[i] = clause.index();
          length[i] = words;
        }
      }
    }
    return innermost;
  }

  AnalyzedTurn turn() {
    return turn;
  }

  SyntaxPatterns.Parses parses() {
    return parses;
  }

  boolean clauses() {
    return clauses;
  }

  List<Run> runs(int pattern) {
    return runs.getOrDefault(pattern, List.of());
  }

  boolean previousHas(int pattern) {
    return previousRuns.containsKey(pattern);
  }

  /** Index of the innermost clause a token stands in, or −1. */
  int clauseOf(int token) {
    return clauseOf[token];
  }

  @Nullable Clause clauseAt(int token) {
    return clauseOf[token] < 0 ? null : turn.clauses().get(clauseOf[token]);
  }

  /** Number of the sentence a token stands in, or −1. */
  int sentenceOf(int token) {
    return sentenceOf[token];
  }

  @Override
  public String toString() {
    return "TurnReading[" + turn + "]";
  }
}
