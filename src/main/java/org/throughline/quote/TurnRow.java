package org.throughline.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.transcript.Span;

/**
 * A turn as a row of words, each with its terms on all layers: what the index stores at each
 * position.
 *
 * @param spans where each word stands in the turn's text
 * @param terms the terms of each word
 */
record TurnRow(List<Span> spans, List<Set<String>> terms) {

  static TurnRow of(IndexedTurn turn, List<IndexedCoding> codings) {
    List<Span> spans = new ArrayList<>();
    List<Set<String>> terms = new ArrayList<>();
    Set<Integer> sentenceStarts = sentenceStarts(turn);
    for (Token token : turn.tokens()) {
      if (token.isWord()) {
        Set<String> here = wordTerms(token);
        if (sentenceStarts.contains(token.index())) {
          here.add(Layer.SENTENCE.term(""));
        }
        spans.add(token.span());
        terms.add(here);
      }
    }
    TurnRow row = new TurnRow(spans, terms);
    for (IndexedCoding coding : codings) {
      row.mark(coding);
    }
    return row;
  }

  /** The first word of each sentence; a sentence of marks alone begins none. */
  private static Set<Integer> sentenceStarts(IndexedTurn turn) {
    Set<Integer> starts = new HashSet<>();
    for (Sentence sentence : turn.sentences()) {
      for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
        if (turn.tokens().get(i).isWord()) {
          starts.add(i);
          break;
        }
      }
    }
    return starts;
  }

  private static Set<String> wordTerms(Token token) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(Layer.WORD.term(token.folded()));
    terms.add(Layer.LEMMA.term(token.lemma()));
    terms.add(Layer.POS.term(token.pos().name()));
    if (token.form() != Token.Form.NONE) {
      terms.add(Layer.FORM.term(token.form().name()));
    }
    if (token.filler()) {
      terms.add(Layer.FILLER.term(""));
    }
    return terms;
  }

  private void mark(IndexedCoding indexed) {
    if (indexed.status() == IndexedCoding.Status.REJECTED) {
      return;
    }
    List<String> codes = lineage(indexed.coding().code());
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).overlaps(indexed.coding().span())) {
        for (String code : codes) {
          terms.get(i).add(Layer.CODE.term(code));
          if (indexed.status() == IndexedCoding.Status.CONFIRMED) {
            terms.get(i).add(Layer.CONFIRMED.term(code));
          }
          if (indexed.coding().attributes().counts()) {
            terms.get(i).add(Layer.OWN.term(code));
          }
        }
      }
    }
  }

  /** A code, its parents, and "" for any code: "emotion.shame", "emotion", "". */
  static List<String> lineage(String code) {
    List<String> lineage = new ArrayList<>();
    String folded = code.toLowerCase(Locale.ROOT);
    for (int end = folded.length(); end > 0; end = folded.lastIndexOf('.', end - 1)) {
      lineage.add(folded.substring(0, end));
    }
    lineage.add("");
    return lineage;
  }

  /** The row with these layers alone. */
  TurnRow only(Set<Layer> layers) {
    if (layers.size() == Layer.values().length) {
      return this;
    }
    List<Set<String>> kept = new ArrayList<>();
    for (Set<String> here : terms) {
      Set<String> some = new LinkedHashSet<>(here);
      some.removeIf(term -> layers.stream().noneMatch(layer -> term.charAt(0) == layer.letter()));
      kept.add(some);
    }
    return new TurnRow(spans, kept);
  }

  int length() {
    return spans.size();
  }

  @Override
  public String toString() {
    return "TurnRow[words=" + spans.size() + "]";
  }
}
