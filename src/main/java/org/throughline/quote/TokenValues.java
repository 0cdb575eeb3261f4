package org.throughline.quote;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;

/**
 * The values in square brackets. Words, lemmas and codes take alternatives and a trailing {@code
 * .*}; the tags are few, and a pattern over their names may be any (linear-time) regular
 * expression, over the universal names or over those of the Penn Treebank.
 */
final class TokenValues {

  private static final int MAX_TAG_PATTERN = 64;

  /** What every tag means in the index's own two layers. */
  private static final Map<String, TokenTest> TAGS = new LinkedHashMap<>();

  static {
    for (Pos pos : Pos.values()) {
      TAGS.put(pos.name(), is(pos));
    }
    penn("CC", is(Pos.CCONJ));
    penn("CD", is(Pos.NUM));
    penn("DT", is(Pos.DET));
    penn("IN", any(is(Pos.ADP), is(Pos.SCONJ)));
    penn("MD", both(is(Pos.AUX), is(Form.MODAL)));
    penn("TO", is(Pos.PART));
    for (String adjective : List.of("JJ", "JJR", "JJS")) {
      penn(adjective, is(Pos.ADJ));
    }
    for (String noun : List.of("NN", "NNS")) {
      penn(noun, is(Pos.NOUN));
    }
    for (String name : List.of("NNP", "NNPS")) {
      penn(name, is(Pos.PROPN));
    }
    for (String pronoun : List.of("PRP", "PRP$", "WP", "WP$")) {
      penn(pronoun, is(Pos.PRON));
    }
    for (String adverb : List.of("RB", "RBR", "RBS", "WRB")) {
      penn(adverb, is(Pos.ADV));
    }
    penn("VB", verb(Form.BASE));
    penn("VBD", verb(Form.PAST));
    penn("VBG", verb(Form.GERUND));
    penn("VBN", verb(Form.PAST_PARTICIPLE));
    penn("VBP", verb(Form.PRESENT));
    penn("VBZ", verb(Form.PRESENT));
  }

  private TokenValues() {}

  private static void penn(String tag, TokenTest test) {
    TAGS.put(tag, test);
  }

  private static TokenTest is(Pos pos) {
    return new TokenTest.Is(Layer.POS, pos.name());
  }

  private static TokenTest is(Form form) {
    return new TokenTest.Is(Layer.FORM, form.name());
  }

  private static TokenTest verb(Form form) {
    return both(any(is(Pos.VERB), is(Pos.AUX)), is(form));
  }

  private static TokenTest any(TokenTest... tests) {
    return new TokenTest.Any(List.of(tests));
  }

  private static TokenTest both(TokenTest... tests) {
    return new TokenTest.All(List.of(tests));
  }

  static TokenTest read(String name, String value, int column, int valueColumn) {
    return switch (name) {
      case "word" -> values(Layer.WORD, value, valueColumn);
      case "lemma" -> values(Layer.LEMMA, value, valueColumn);
      case "code" -> values(Layer.CODE, value, valueColumn);
      case "confirmed" -> values(Layer.CONFIRMED, value, valueColumn);
      case "own" -> values(Layer.OWN, value, valueColumn);
      case "pos", "tag" -> tags(value, valueColumn);
      case "form" -> form(value, valueColumn);
      default ->
          throw QueryScanner.problem(
              column, "a word has: word, lemma, pos, form, code, confirmed, own");
    };
  }

  private static TokenTest values(Layer layer, String value, int column) {
    List<TokenTest> tests = new ArrayList<>();
    int at = column;
    for (String one : value.split("\\|", -1)) {
      tests.add(value(layer, one, at));
      at += one.length() + 1;
    }
    return tests.size() == 1 ? tests.getFirst() : new TokenTest.Any(tests);
  }

  private static TokenTest value(Layer layer, String value, int column) {
    String literal = value.endsWith(".*") ? value.substring(0, value.length() - 2) : value;
    if (literal.isEmpty() && literal.equals(value)) {
      throw QueryScanner.problem(column, "a value is missing here");
    }
    for (int i = 0; i < literal.length(); i++) {
      if ("*+?()[]{}^$\\".indexOf(literal.charAt(i)) >= 0) {
        throw QueryScanner.problem(
            column + i, "values are words, alternatives like a|b, and a .* at the end");
      }
    }
    return literal.length() == value.length()
        ? new TokenTest.Is(layer, WordReader.fold(value))
        : WordReader.prefix(layer, literal + "*", column);
  }

  private static TokenTest tags(String value, int column) {
    if (value.length() > MAX_TAG_PATTERN) {
      throw QueryScanner.problem(column, "a pattern of tags has at most 64 characters");
    }
    com.google.re2j.Pattern pattern;
    try {
      pattern = com.google.re2j.Pattern.compile(value.toUpperCase(Locale.ROOT));
    } catch (PatternSyntaxException unreadable) {
      throw QueryScanner.problem(column, "this pattern of tags cannot be read");
    }
    List<TokenTest> tests = new ArrayList<>();
    TAGS.forEach(
        (tag, test) -> {
          if (pattern.matches(tag) && !tests.contains(test)) {
            tests.add(test);
          }
        });
    if (tests.isEmpty()) {
      throw QueryScanner.problem(
          column, "no tag is called so; there are " + String.join(" ", TAGS.keySet()));
    }
    return tests.size() == 1 ? tests.getFirst() : new TokenTest.Any(tests);
  }

  private static TokenTest form(String value, int column) {
    String wanted = value.toUpperCase(Locale.ROOT);
    for (Form form : Form.values()) {
      if (form != Form.NONE && form.name().equals(wanted)) {
        return is(form);
      }
    }
    throw QueryScanner.problem(
        column, "a verb's form is base, present, past, past_participle, gerund or modal");
  }
}
