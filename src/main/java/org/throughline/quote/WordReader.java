package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads words: plain, in quotation marks, in square brackets. */
final class WordReader {

  static final int MIN_PREFIX = 3;

  private static final TokenTest ANYTHING = new TokenTest.Anything();

  private final Function<String, List<String>> tokens;

  WordReader(Function<String, List<String>> tokens) {
    this.tokens = tokens;
  }

  static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
  }

  /** {@code drink}: as spoken or as lemma; {@code don't}: its parts in a row; {@code asham*}. */
  Pattern.Regular plain(String word, int column) {
    if (word.indexOf('*') >= 0) {
      return new Pattern.Word(prefix(Layer.WORD, word, column));
    }
    List<String> parts = tokens.apply(word);
    if (parts.isEmpty()) {
      throw QueryScanner.problem(column, "this holds no word");
    }
    if (parts.size() > 1) {
      return inRow(parts);
    }
    String folded = parts.getFirst();
    return new Pattern.Word(
        new TokenTest.Any(
            List.of(new TokenTest.Is(Layer.WORD, folded), new TokenTest.Is(Layer.LEMMA, folded))));
  }

  private static Pattern.Regular inRow(List<String> words) {
    List<Pattern.Regular> row = new ArrayList<>();
    for (String word : words) {
      row.add(new Pattern.Word(new TokenTest.Is(Layer.WORD, word)));
    }
    return row.size() == 1 ? row.getFirst() : new Pattern.Sequence(row);
  }

  /** {@code "as spoken"}, with a lone star for any one word and {@code asham*} for beginnings. */
  Pattern.Regular phrase(QueryScanner in) {
    int column = in.column();
    String text = in.quoted();
    List<Pattern.Regular> row = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (String piece : text.strip().split("\\s+", -1)) {
      if (piece.indexOf('*') < 0) {
        plain.append(piece).append(' ');
        continue;
      }
      flush(plain, row);
      row.add(new Pattern.Word(piece.equals("*") ? ANYTHING : prefix(Layer.WORD, piece, column)));
    }
    flush(plain, row);
    if (row.isEmpty()) {
      throw QueryScanner.problem(column, "there is no word between these quotation marks");
    }
    return row.size() == 1 ? row.getFirst() : new Pattern.Sequence(row);
  }

  private void flush(StringBuilder plain, List<Pattern.Regular> row) {
    for (String word : tokens.apply(plain.toString())) {
      row.add(new Pattern.Word(new TokenTest.Is(Layer.WORD, word)));
    }
    plain.setLength(0);
  }

  static TokenTest prefix(Layer layer, String word, int column) {
    String prefix = word.substring(0, word.indexOf('*'));
    if (prefix.length() + 1 != word.length()) {
      throw QueryScanner.problem(column, "the star stands at the end of a word only");
    }
    if (prefix.length() < MIN_PREFIX) {
      throw QueryScanner.problem(column, "at least 3 letters before the star");
    }
    return new TokenTest.Begins(layer, fold(prefix));
  }

  /** {@code <s/>}, a sentence; {@code <code="emotion"/>}, the stretch a code lies on. */
  Pattern element(QueryScanner in) {
    in.expect('<', "an element begins with <");
    int column = in.column();
    String name = in.word().toLowerCase(Locale.ROOT);
    Pattern element =
        switch (name) {
          case "s/", "sentence/" -> new Pattern.Sentences();
          case "code" -> {
            in.expect('=', "write <code=\"emotion.shame\"/>");
            if (in.peek() != '"') {
              throw in.problem("the code stands in quotation marks");
            }
            Pattern run = new Pattern.Run(new TokenTest.Is(Layer.CODE, fold(in.quoted())));
            if (!in.word().equals("/")) {
              throw in.problem("an element ends with />");
            }
            yield run;
          }
          default -> throw QueryScanner.problem(column, "write <s/> or <code=\"emotion.shame\"/>");
        };
    in.expect('>', "an element ends with />");
    return element;
  }

  /** {@code [lemma="feel" & pos!="NOUN"]}. */
  TokenTest bracketed(QueryScanner in) {
    int open = in.column();
    in.expect('[', "a bracketed word begins with [");
    if (in.take(']')) {
      return ANYTHING;
    }
    TokenTest test = either(in, 0);
    if (!in.take(']')) {
      throw in.done()
          ? QueryScanner.problem(open, "this square bracket is never closed")
          : in.problem("join conditions with & or |, and end with ]");
    }
    return test;
  }

  private TokenTest either(QueryScanner in, int depth) {
    if (depth > QueryParser.MAX_DEPTH) {
      throw in.problem("brackets are nested more than 32 deep");
    }
    List<TokenTest> parts = new ArrayList<>();
    do {
      parts.add(both(in, depth));
    } while (in.take('|'));
    return parts.size() == 1 ? parts.getFirst() : new TokenTest.Any(parts);
  }

  private TokenTest both(QueryScanner in, int depth) {
    List<TokenTest> parts = new ArrayList<>();
    do {
      parts.add(condition(in, depth));
    } while (in.take('&'));
    return parts.size() == 1 ? parts.getFirst() : new TokenTest.All(parts);
  }

  private TokenTest condition(QueryScanner in, int depth) {
    if (depth > QueryParser.MAX_DEPTH) {
      throw in.problem("brackets are nested more than 32 deep");
    }
    if (in.take('!')) {
      return new TokenTest.Not(condition(in, depth + 1));
    }
    if (in.take('(')) {
      TokenTest inside = either(in, depth + 1);
      in.expect(')', "a closing bracket is missing here");
      return inside;
    }
    in.skipSpace();
    int column = in.column();
    String name = in.word().toLowerCase(Locale.ROOT);
    boolean not = in.take('!');
    in.expect('=', "write name=\"value\", with a name of word, lemma, pos, form, code");
    int valueColumn = in.peek() == '"' ? in.column() + 1 : in.column();
    String value = in.here() == '"' ? in.quoted() : in.word();
    TokenTest test = TokenValues.read(name, value, column, valueColumn);
    return not ? new TokenTest.Not(test) : test;
  }
}
