package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.transcript.Span;

/**
 * A grammar of a few dozen words, enough to see what the index does with lemmas, parts of speech,
 * contractions, fillers and sentences. An unknown word is a noun and its own lemma.
 */
final class TinyAnalyzer implements Analyzer {

  private static final java.util.regex.Pattern WORDS =
      java.util.regex.Pattern.compile(
          "[\\p{L}\\p{N}]+?(?=n['’]t\\b)|n['’]t|['’]\\p{L}+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

  private static final Map<String, String> LEMMAS =
      Map.ofEntries(
          Map.entry("drank", "drink"),
          Map.entry("drinking", "drink"),
          Map.entry("drinks", "drink"),
          Map.entry("felt", "feel"),
          Map.entry("feel", "feel"),
          Map.entry("feels", "feel"),
          Map.entry("was", "be"),
          Map.entry("is", "be"),
          Map.entry("am", "be"),
          Map.entry("told", "tell"),
          Map.entry("left", "leave"),
          Map.entry("n't", "not"),
          Map.entry("ca", "can"));

  private static final Map<String, Pos> TAGS =
      Map.ofEntries(
          Map.entry("i", Pos.PRON),
          Map.entry("he", Pos.PRON),
          Map.entry("it", Pos.PRON),
          Map.entry("me", Pos.PRON),
          Map.entry("you", Pos.PRON),
          Map.entry("so", Pos.ADV),
          Map.entry("very", Pos.ADV),
          Map.entry("really", Pos.ADV),
          Map.entry("ashamed", Pos.ADJ),
          Map.entry("small", Pos.ADJ),
          Map.entry("angry", Pos.ADJ),
          Map.entry("bad", Pos.ADJ),
          Map.entry("the", Pos.DET),
          Map.entry("a", Pos.DET),
          Map.entry("ca", Pos.AUX),
          Map.entry("could", Pos.AUX),
          Map.entry("n't", Pos.PART));

  private static final Set<String> VERBS = Set.of("drink", "feel", "be", "tell", "leave", "stop");

  @Override
  public String language() {
    return "en";
  }

  @Override
  public boolean readsClauses() {
    return false;
  }

  @Override
  public AnalyzedTurn analyze(String text) {
    List<Token> tokens = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    int sentence = 0;
    Matcher words = WORDS.matcher(text);
    while (words.find()) {
      Token token = token(tokens.size(), new Span(words.start(), words.end()), words.group());
      tokens.add(token);
      if (token.surface().matches("[.?!]")) {
        sentences.add(sentence(tokens, sentence));
        sentence = tokens.size();
      }
    }
    if (sentence < tokens.size()) {
      sentences.add(sentence(tokens, sentence));
    }
    return new AnalyzedTurn(text, tokens, sentences, List.of());
  }

  private static Sentence sentence(List<Token> tokens, int first) {
    Span span = tokens.get(first).span().cover(tokens.getLast().span());
    return new Sentence(span, first, tokens.size(), tokens.getLast().is("?"));
  }

  private static Token token(int index, Span span, String surface) {
    String folded = surface.toLowerCase(Locale.ROOT).replace('’', '\'');
    String lemma = LEMMAS.getOrDefault(folded, folded);
    Pos pos =
        !Character.isLetterOrDigit(folded.charAt(folded.length() - 1))
            ? Pos.PUNCT
            : TAGS.getOrDefault(folded, VERBS.contains(lemma) ? Pos.VERB : Pos.NOUN);
    Form form = pos != Pos.VERB ? Form.NONE : folded.equals(lemma) ? Form.PRESENT : Form.PAST;
    return new Token(index, span, surface, folded, lemma, pos, form, folded.equals("um"));
  }
}
