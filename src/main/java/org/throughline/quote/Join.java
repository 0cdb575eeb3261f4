package org.throughline.quote;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can stand between two patterns. */
sealed interface Join {

  record Near(int distance, boolean ordered) implements Join {}

  record Sentence() implements Join {}

  record Turn() implements Join {}

  record Within() implements Join {}

  /** Reads a join if one comes next. */
  static @Nullable Join read(QueryScanner in) {
    String word = in.peekWord();
    String folded = word.toLowerCase(Locale.ROOT);
    if (word.equals("NEAR") || word.equals("BEFORE")) {
      in.word();
      return new Near(QueryParser.NEAR, word.equals("BEFORE"));
    }
    if (folded.startsWith("near/") || folded.startsWith("before/")) {
      int column = in.column();
      in.word();
      int slash = folded.indexOf('/');
      return slashed(folded.substring(0, slash), folded.substring(slash + 1), column + slash + 1);
    }
    if (folded.equals("within")) {
      return within(in, word);
    }
    return null;
  }

  private static Join slashed(String name, String value, int column) {
    return switch (value) {
      case "s", "sentence" -> new Sentence();
      case "t", "turn" -> new Turn();
      default -> new Near(distance(value, column), name.equals("before"));
    };
  }

  /** {@code within 5 words of}, {@code within code:emotion}; otherwise an ordinary word. */
  private static @Nullable Join within(QueryScanner in, String word) {
    int mark = in.mark();
    in.word();
    int column = in.column();
    String next = in.peekWord();
    if (!next.isEmpty() && next.chars().allMatch(c -> c >= '0' && c <= '9')) {
      in.word();
      if (in.keyword("words") || in.keyword("word")) {
        in.keyword("of");
      }
      return new Near(distance(next, column), false);
    }
    if (word.equals("WITHIN")
        || next.contains(":")
        || in.here() == '<'
        || in.here() == '['
        || in.here() == '(') {
      return new Within();
    }
    in.back(mark);
    return null;
  }

  private static int distance(String value, int column) {
    if (value.matches("[0-9]{1,3}")) {
      int distance = Integer.parseInt(value);
      if (distance >= 1 && distance <= QueryParser.MAX_DISTANCE) {
        return distance;
      }
    }
    throw QueryScanner.problem(column, "say 1 to 20 words, or sentence, or turn");
  }

  default Expression apply(Expression left, Expression right, int column) {
    if (this instanceof Turn) {
      return new Expression.And(List.of(left, right));
    }
    Pattern first = Patterns.pattern(left);
    Pattern second = Patterns.pattern(right);
    if (first == null || second == null) {
      throw QueryScanner.problem(
          column, "near, before and within join words, phrases and codes, with OR but not AND");
    }
    return new Expression.Has(
        switch (this) {
          case Near near -> new Pattern.Near(first, second, near.distance(), near.ordered());
          case Sentence sentence -> new Pattern.SameSentence(first, second);
          case Within within -> new Pattern.Within(first, second);
          case Turn turn -> throw new IllegalStateException("joined above");
        });
  }
}
