package org.throughline.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.transcript.Role;
import org.throughline.transcript.Turn;

/**
 * What the index reads of one turn: its words with their lemmas and parts of speech, and where its
 * sentences begin. The text itself is not kept.
 *
 * @param index place in the transcript, from 0
 * @param role who speaks; null while nobody has said is treated as {@link Role#UNATTRIBUTED}
 * @param tokens in order; marks (commas, full stops) take no place among the words
 * @param sentences in order; none means that the turn counts as one sentence
 * @param startMs when it begins in the recording, in milliseconds; null where not known
 */
public record IndexedTurn(
    int index, Role role, List<Token> tokens, List<Sentence> sentences, @Nullable Long startMs) {

  public IndexedTurn {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
  }

  public static IndexedTurn of(Turn turn, AnalyzedTurn analysis) {
    Role role = turn.role() == null ? Role.UNATTRIBUTED : turn.role();
    return new IndexedTurn(
        turn.index(), role, analysis.tokens(), analysis.sentences(), turn.startMs());
  }

  @Override
  public String toString() {
    return "IndexedTurn[index=" + index + ", role=" + role + ", tokens=" + tokens.size() + "]";
  }
}
