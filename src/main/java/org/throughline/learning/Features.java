package org.throughline.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Clause;
import org.throughline.language.Token;
import org.throughline.transcript.Span;

/**
 * What a model sees of a stretch of words: lemmas, pairs of them, and the grammar of its clauses.
 */
public final class Features {

  /** Changes whenever the same words would have other features. */
  static final String VERSION = "lemmas, pairs of lemmas and clauses, 1";

  private Features() {}

  /** The features of the words of a span; typically a sentence. */
  public static List<String> of(AnalyzedTurn turn, Span span) {
    Set<String> features = new LinkedHashSet<>();
    String before = "^";
    for (Token token : words(turn, span)) {
      features.add("w=" + token.lemma());
      features.add("p=" + before + "_" + token.lemma());
      before = token.lemma();
    }
    for (Clause clause : turn.clauses()) {
      if (clause.span().start() < span.end() && clause.span().end() > span.start()) {
        String subject = id(clause.subject());
        features.add("s=" + subject);
        features.add("v=" + subject + "_" + clause.verbLemma());
        features.add("o=" + id(clause.polarity()));
        features.add("r=" + id(clause.reality()));
        features.add("t=" + id(clause.time()));
        features.add("q=" + id(clause.source()));
        features.add("a=" + id(clause.voice()) + "_" + subject);
        clause.modality().forEach(modality -> features.add("m=" + id(modality)));
      }
    }
    return new ArrayList<>(features);
  }

  static List<Token> words(AnalyzedTurn turn, Span span) {
    return turn.tokens().stream()
        .filter(token -> token.span().start() >= span.start() && token.span().end() <= span.end())
        .filter(token -> token.isWord() && !token.filler())
        .toList();
  }

  /** Whether a feature is there because of this word. */
  static boolean isOf(Token token, String feature) {
    return feature.equals("w=" + token.lemma())
        || (feature.startsWith("p=")
            && (feature.endsWith("_" + token.lemma())
                || feature.startsWith("p=" + token.lemma() + "_")));
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
