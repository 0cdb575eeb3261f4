package org.throughline.coding;

import java.util.List;
import java.util.Map;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Clause;
import org.throughline.language.Sentence;
import org.throughline.language.SyntaxPatterns;

/**
 * One turn with everything the cues ask of it: its grammar, the runs of all word patterns in it,
 * and the runs in the turn before.
 */
record TurnReading(
    AnalyzedTurn turn,
    Map<Integer, List<Run>> runs,
    Map<Integer, List<Run>> previousRuns,
    SyntaxPatterns.Parses parses,
    boolean clauses) {

  List<Run> runs(int pattern) {
    return runs.getOrDefault(pattern, List.of());
  }

  boolean previousHas(int pattern) {
    return previousRuns.containsKey(pattern);
  }

  /** Index of the clause a token stands in, or −1. */
  int clauseOf(int token) {
    Clause clause = turn.clauseAt(token);
    return clause == null ? -1 : clause.index();
  }

  int sentenceOf(int token) {
    List<Sentence> sentences = turn.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).firstToken() <= token && token < sentences.get(i).endToken()) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "TurnReading[" + turn + "]";
  }
}
