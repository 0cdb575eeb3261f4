package org.throughline.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Token;
import org.throughline.transcript.Transcript;

/**
 * What was said to the client just before: the turn a cue's {@code after} looks at, and the lemmas
 * that make a client's word prompted rather than spontaneous.
 *
 * @param previous the turn right before
 * @param lemmas content words of the others' turns among the two before
 */
record Prompts(@Nullable AnalyzedTurn previous, Set<String> lemmas) {

  private static final int TURNS_BACK = 2;

  static Prompts of(@Nullable AnalyzedTurn previous) {
    Set<String> lemmas = new HashSet<>();
    if (previous != null) {
      addContent(previous, lemmas);
    }
    return new Prompts(previous, lemmas);
  }

  static Prompts before(Transcript transcript, int turn, Map<Integer, AnalyzedTurn> analyzed) {
    Set<String> lemmas = new HashSet<>();
    AnalyzedTurn previous = null;
    for (int i = turn - 1; i >= 0 && i >= turn - TURNS_BACK; i--) {
      AnalyzedTurn grammar = analyzed.get(i);
      if (grammar != null && !transcript.turns().get(i).isClient()) {
        addContent(grammar, lemmas);
        previous = previous == null ? grammar : previous;
      }
    }
    return new Prompts(previous, lemmas);
  }

  private static void addContent(AnalyzedTurn turn, Set<String> lemmas) {
    for (Token token : turn.tokens()) {
      if (isContent(token)) {
        lemmas.add(token.lemma());
      }
    }
  }

  private static boolean isContent(Token token) {
    return switch (token.pos()) {
      case ADJ, NOUN, VERB -> !token.filler();
      default -> false;
    };
  }

  boolean prompted(List<Token> tokens, Run run) {
    return tokens.subList(run.first(), run.end()).stream()
        .anyMatch(token -> isContent(token) && lemmas.contains(token.lemma()));
  }

  @Override
  public String toString() {
    return "Prompts[lemmas=" + lemmas.size() + "]";
  }
}
