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

  private Features() {}

  /** The features of the words of a span; typically a sentence. */
  public static List<String> of(AnalyzedTurn turn, Span span) {
    Set<String> features = new LinkedHashSet<>();
    String before = "^";
    for (Token token : turn.tokens()) {
      if (token.span().start() >= span.start()
          && token.span().end() <= span.end()
          && token.isWord()
          && !token.filler()) {
        features.add("w=" + token.lemma());
        features.add("p=" + before + "_" + token.lemma());
        before = token.lemma();
      }
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

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
