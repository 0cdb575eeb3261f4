package org.throughline.quote;

import java.util.List;
import java.util.Locale;

/** Narrows every code of a question to what people have confirmed, or to what they have not yet. */
final class CodeStatus {

  /** Said by {@code status:} anywhere in the question. */
  enum Wanted {
    ANY,
    SUGGESTED,
    CONFIRMED;

    static Wanted of(String value, int column) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "any" -> ANY;
        case "suggested" -> SUGGESTED;
        case "confirmed" -> CONFIRMED;
        default -> throw QueryScanner.problem(column, "status is suggested, confirmed or any");
      };
    }
  }

  private static final TokenTest CODED = new TokenTest.Is(Layer.CODE, "");

  private CodeStatus() {}

  /** A question that names no code then asks for any. */
  static Expression apply(Expression expression, Wanted wanted) {
    if (wanted == Wanted.ANY) {
      return expression;
    }
    Expression narrowed = narrow(expression, wanted);
    return narrowed.equals(expression)
        ? expression.and(new Expression.Has(new Pattern.Run(narrow(CODED, wanted))))
        : narrowed;
  }

  private static Expression narrow(Expression expression, Wanted wanted) {
    return switch (expression) {
      case Expression.And and ->
          new Expression.And(and.parts().stream().map(part -> narrow(part, wanted)).toList());
      case Expression.Or or ->
          new Expression.Or(or.parts().stream().map(part -> narrow(part, wanted)).toList());
      case Expression.Not not -> new Expression.Not(narrow(not.part(), wanted));
      case Expression.Has has -> new Expression.Has(narrow(has.pattern(), wanted));
      case Expression.Where where -> where;
      case Expression.All all -> all;
    };
  }

  private static Pattern narrow(Pattern pattern, Wanted wanted) {
    return switch (pattern) {
      case Pattern.Regular row -> narrow(row, wanted);
      case Pattern.Run run -> new Pattern.Run(narrow(run.test(), wanted));
      case Pattern.Sentences sentences -> sentences;
      case Pattern.AnyOf anyOf ->
          new Pattern.AnyOf(anyOf.parts().stream().map(part -> narrow(part, wanted)).toList());
      case Pattern.Near near ->
          new Pattern.Near(
              narrow(near.first(), wanted),
              narrow(near.second(), wanted),
              near.distance(),
              near.ordered());
      case Pattern.SameSentence same ->
          new Pattern.SameSentence(narrow(same.first(), wanted), narrow(same.second(), wanted));
      case Pattern.Within within ->
          new Pattern.Within(narrow(within.inner(), wanted), narrow(within.outer(), wanted));
    };
  }

  private static Pattern.Regular narrow(Pattern.Regular row, Wanted wanted) {
    return switch (row) {
      case Pattern.Word word -> new Pattern.Word(narrow(word.test(), wanted));
      case Pattern.Sequence sequence ->
          new Pattern.Sequence(sequence.parts().stream().map(p -> narrow(p, wanted)).toList());
      case Pattern.Either either ->
          new Pattern.Either(either.parts().stream().map(p -> narrow(p, wanted)).toList());
      case Pattern.Repeat repeat ->
          new Pattern.Repeat(narrow(repeat.part(), wanted), repeat.min(), repeat.max());
    };
  }

  private static TokenTest narrow(TokenTest test, Wanted wanted) {
    return switch (test) {
      case TokenTest.Is is -> is.layer() == Layer.CODE ? code(is.value(), wanted) : is;
      case TokenTest.Begins begins -> begins;
      case TokenTest.Anything anything -> anything;
      case TokenTest.Not not -> new TokenTest.Not(narrow(not.test(), wanted));
      case TokenTest.All all ->
          new TokenTest.All(all.tests().stream().map(t -> narrow(t, wanted)).toList());
      case TokenTest.Any any ->
          new TokenTest.Any(any.tests().stream().map(t -> narrow(t, wanted)).toList());
    };
  }

  private static TokenTest code(String value, Wanted wanted) {
    TokenTest confirmed = new TokenTest.Is(Layer.CONFIRMED, value);
    return wanted == Wanted.CONFIRMED
        ? confirmed
        : new TokenTest.All(
            List.of(new TokenTest.Is(Layer.CODE, value), new TokenTest.Not(confirmed)));
  }
}
