package org.throughline.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.transcript.Span;

/**
 * Any language OpenNLP has models for: sentences, tokens and parts of speech, no lemmas and no
 * clauses. Word cues work on surfaces; each sentence counts as one clause whose subject is unknown,
 * so that codings of it say nothing of who feels or what is negated. Thread-safe.
 */
final class PlainAnalyzer implements Analyzer {

  private final String language;
  private final OpenNlp models;

  PlainAnalyzer(String language, OpenNlp models) {
    this.language = language;
    this.models = models;
  }

  @Override
  public String language() {
    return language;
  }

  @Override
  public boolean readsClauses() {
    return false;
  }

  @Override
  public AnalyzedTurn analyze(String text) {
    String plain = Folding.plain(text);
    List<Token> tokens = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    for (Span sentence : models.sentences(plain)) {
      int first = tokens.size();
      addTokens(text, plain, sentence, tokens);
      if (tokens.size() > first) {
        boolean question = sentence.of(plain).strip().endsWith("?");
        sentences.add(new Sentence(sentence, first, tokens.size(), question));
        clauses.add(clause(clauses.size(), first, tokens, question));
      }
    }
    return new AnalyzedTurn(text, tokens, sentences, clauses);
  }

  private void addTokens(String text, String plain, Span sentence, List<Token> tokens) {
    List<Span> spans = new ArrayList<>();
    int at = sentence.start();
    while (at < sentence.end()) {
      int end = at;
      while (end < sentence.end() && !Character.isWhitespace(plain.charAt(end))) {
        end++;
      }
      if (end > at) {
        for (Span span : models.tokens(plain.substring(at, end))) {
          spans.add(span.shift(at));
        }
      }
      at = end + 1;
    }
    String[] words = spans.stream().map(span -> span.of(plain)).toArray(String[]::new);
    String[] tags = words.length == 0 ? words : models.tags(words);
    for (int i = 0; i < words.length; i++) {
      String folded = Folding.word(words[i]);
      boolean mark = words[i].codePoints().noneMatch(Character::isLetterOrDigit);
      Pos pos = mark ? Pos.PUNCT : Pos.of(tags[i]);
      tokens.add(
          new Token(
              tokens.size(),
              spans.get(i),
              spans.get(i).of(text),
              folded,
              folded,
              pos,
              Form.NONE,
              false));
    }
  }

  private static Clause clause(int index, int first, List<Token> tokens, boolean question) {
    Span span = tokens.get(first).span().cover(tokens.get(tokens.size() - 1).span());
    return new Clause(
        index,
        first,
        tokens.size(),
        span,
        Clause.Person.NONE,
        -1,
        -1,
        "",
        Clause.Form.VERBLESS,
        Clause.Voice.ACTIVE,
        Clause.Person.NONE,
        Set.of(),
        Clause.Polarity.AFFIRMED,
        Clause.Reality.ACTUAL,
        Clause.Time.PRESENT,
        question ? Clause.Source.QUESTION : Clause.Source.OWN,
        Clause.Certainty.PLAIN,
        -1,
        Clause.Link.ROOT,
        "");
  }
}
