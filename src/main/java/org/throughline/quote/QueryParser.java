package org.throughline.quote;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.throughline.language.Analyzer;
import org.throughline.language.Token;

/**
 * Reads a question, as a person types it, into an {@link Expression}. The language is taught on the
 * page "search" of the documentation.
 *
 * <p>What a question may cost is bounded here: at most 128 words and patterns, repetitions
 * multiplied out, at most 20 words apart, at least 3 letters before a star, no pattern that begins
 * with a star.
 */
public final class QueryParser {

  static final int MAX_LENGTH = 2_000;
  static final int MAX_CLAUSES = 128;
  static final int MAX_DISTANCE = 20;
  static final int MAX_DEPTH = 32;
  static final int NEAR = 10;

  /** The constructs shipped: {@code emotion:shame} is short for {@code code:emotion.shame}. */
  public static final Set<String> CONSTRUCTS =
      Set.of("emotion", "agency", "coherence", "assimilation", "self", "talk", "safety");

  private final WordReader words;
  private final FieldReader fields;

  /**
   * @param tokens cuts text into the same folded words as the index holds, marks left out
   * @param constructs the first parts of code ids
   * @param clock for "the last three months"
   */
  public QueryParser(Function<String, List<String>> tokens, Set<String> constructs, Clock clock) {
    this.words = new WordReader(tokens);
    this.fields = new FieldReader(words, constructs, clock);
  }

  /** With the words of this analyser and the shipped constructs. */
  public static QueryParser of(Analyzer analyzer, Clock clock) {
    return new QueryParser(
        text ->
            analyzer.analyze(text).tokens().stream()
                .filter(Token::isWord)
                .map(Token::folded)
                .toList(),
        CONSTRUCTS,
        clock);
  }

  /**
   * Reads a question; an empty one asks for every turn.
   *
   * @throws QueryProblem naming the column when it cannot be read
   */
  public Expression parse(String question) {
    if (question.length() > MAX_LENGTH) {
      throw QueryScanner.problem(MAX_LENGTH + 1, "a question has at most 2,000 characters");
    }
    Reading reading = new Reading(new QueryScanner(question));
    Expression read = reading.whole();
    if (ClauseCount.of(read) > MAX_CLAUSES) {
      throw QueryScanner.problem(
          1, "the question holds more than 128 words and patterns, repetitions counted; ask less");
    }
    return CodeStatus.apply(read, reading.status);
  }

  /** One question being read. */
  private final class Reading {
    private final QueryScanner in;
    private CodeStatus.Wanted status = CodeStatus.Wanted.ANY;
    private int depth;

    Reading(QueryScanner in) {
      this.in = in;
    }

    Expression whole() {
      if (in.done()) {
        return new Expression.All();
      }
      Expression read = or();
      if (!in.done()) {
        throw in.problem(
            in.here() == ')'
                ? "this bracket closes nothing"
                : "this does not belong here; put special characters between quotation marks");
      }
      return read;
    }

    private Expression or() {
      if (++depth > MAX_DEPTH) {
        throw in.problem("brackets are nested more than 32 deep");
      }
      List<Expression> parts = new ArrayList<>();
      parts.add(and());
      boolean bars = true;
      while (true) {
        if (in.take('|')) {
          parts.add(and());
        } else if (in.operator("OR")) {
          bars = false;
          parts.add(and());
        } else {
          break;
        }
      }
      depth--;
      if (parts.size() == 1) {
        return parts.getFirst();
      }
      Expression either = new Expression.Or(parts);
      Pattern.Regular row = bars ? Patterns.regular(either) : null;
      return row == null ? either : new Expression.Has(row);
    }

    private Expression and() {
      List<Expression> parts = new ArrayList<>();
      parts.add(not());
      while (!in.done() && in.here() != ')' && in.here() != '|' && !in.peekWord().equals("OR")) {
        in.operator("AND");
        parts.add(not());
      }
      return parts.size() == 1 ? parts.getFirst() : new Expression.And(parts);
    }

    private Expression not() {
      if (in.operator("NOT")) {
        if (++depth > MAX_DEPTH) {
          throw in.problem("too many NOTs in a row");
        }
        Expression part = not();
        depth--;
        return new Expression.Not(part);
      }
      return joined();
    }

    /** Operands with near, before or within between them, from left to right. */
    private Expression joined() {
      Expression left = row();
      while (true) {
        Join join = Join.read(in);
        if (join == null) {
          return left;
        }
        in.skipSpace();
        int column = in.column();
        left = join.apply(left, row(), column);
      }
    }

    /** Bracketed words and phrases that stand next to each other: one row of words. */
    private Expression row() {
      List<Expression> items = new ArrayList<>();
      boolean bracketed = in.peek() == '[';
      items.add(item());
      while (in.peek() == '['
          || (bracketed && (in.here() == '"' || in.here() == '('))
          || (in.here() == '"' && bracketAfterQuotes())) {
        if (Patterns.regular(items.getLast()) == null) {
          break;
        }
        bracketed |= in.here() == '[';
        items.add(item());
      }
      return items.size() == 1 ? items.getFirst() : Patterns.sequence(items);
    }

    /** Whether after the phrases that come next a bracketed word follows at once. */
    private boolean bracketAfterQuotes() {
      int here = in.mark();
      while (in.peek() == '"') {
        in.quoted();
      }
      boolean bracket = in.here() == '[';
      in.back(here);
      return bracket;
    }

    private Expression item() {
      int column = in.column();
      Expression item =
          switch (in.peek()) {
            case '(' -> group();
            case '[' -> new Expression.Has(new Pattern.Word(words.bracketed(in)));
            case '"' -> new Expression.Has(words.phrase(in));
            case '<' -> new Expression.Has(words.element(in));
            default -> word();
          };
      return Quantifier.read(in, item, column);
    }

    private Expression group() {
      int open = in.column();
      in.take('(');
      Expression inside = or();
      if (!in.take(')')) {
        throw QueryScanner.problem(open, "this bracket is never closed");
      }
      return inside;
    }

    private Expression word() {
      int column = in.column();
      String word = in.peekWord();
      if (word.isEmpty()) {
        throw in.problem("a word, a phrase or a bracket is missing here");
      }
      if (word.equals("AND") || word.equals("OR") || word.equals("NOT")) {
        throw in.problem("something to join is missing here; in quotation marks it is a word");
      }
      int colon = word.indexOf(':');
      if (colon <= 0) {
        return new Expression.Has(words.plain(in.word(), column));
      }
      String name = word.substring(0, colon).toLowerCase(Locale.ROOT);
      in.word();
      String value = word.substring(colon + 1);
      if (value.isEmpty() && in.here() == '"') {
        value = in.quoted();
      }
      if (name.equals("status")) {
        status = CodeStatus.Wanted.of(value, column + colon + 1);
        return new Expression.All();
      }
      return fields.read(name, value, column, column + colon + 1);
    }
  }
}
