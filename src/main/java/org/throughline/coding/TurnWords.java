package org.throughline.coding;

import java.util.List;
import org.throughline.language.Sentence;
import org.throughline.language.Token;

/**
 * The words of one turn as they were read when it was coded. Kept beside the codings, because
 * search looks at the same words and reading them again costs a thousand times as much as storing
 * them.
 *
 * @param turn index of the turn
 */
public record TurnWords(int turn, List<Token> tokens, List<Sentence> sentences) {

  public TurnWords {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
  }

  @Override
  public String toString() {
    return "TurnWords[turn=" + turn + ", tokens=" + tokens.size() + "]";
  }
}
