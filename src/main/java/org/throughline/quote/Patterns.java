package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From expressions to patterns, where that is possible. */
final class Patterns {

  private Patterns() {}

  /** The expression as part of a row of words, or null. */
  static Pattern.@Nullable Regular regular(Expression expression) {
    return switch (expression) {
      case Expression.Has has -> has.pattern() instanceof Pattern.Regular row ? row : null;
      case Expression.Or or -> {
        List<Pattern.Regular> parts = new ArrayList<>();
        for (Expression part : or.parts()) {
          Pattern.Regular row = regular(part);
          if (row == null) {
            yield null;
          }
          parts.add(row);
        }
        yield new Pattern.Either(parts);
      }
      case Expression.And and -> null;
      case Expression.Not not -> null;
      case Expression.Where where -> null;
      case Expression.All all -> null;
    };
  }

  /** The expression as stretches of words, or null. */
  static @Nullable Pattern pattern(Expression expression) {
    Pattern.Regular row = regular(expression);
    if (row != null) {
      return row;
    }
    return switch (expression) {
      case Expression.Has has -> has.pattern();
      case Expression.Or or -> {
        List<Pattern> parts = new ArrayList<>();
        for (Expression part : or.parts()) {
          Pattern pattern = pattern(part);
          if (pattern == null) {
            yield null;
          }
          parts.add(pattern);
        }
        yield new Pattern.AnyOf(parts);
      }
      case Expression.And and -> null;
      case Expression.Not not -> null;
      case Expression.Where where -> null;
      case Expression.All all -> null;
    };
  }

  /** Items that follow each other; one that is no row of words stands beside the row. */
  static Expression sequence(List<Expression> items) {
    List<Pattern.Regular> row = new ArrayList<>();
    List<Expression> beside = new ArrayList<>();
    for (Expression item : items) {
      Pattern.Regular part = regular(item);
      if (part == null) {
        beside.add(item);
      } else if (part instanceof Pattern.Sequence sequence) {
        row.addAll(sequence.parts());
      } else {
        row.add(part);
      }
    }
    Expression has = new Expression.Has(new Pattern.Sequence(row));
    if (beside.isEmpty()) {
      return has;
    }
    beside.addFirst(has);
    return new Expression.And(beside);
  }

  /** The least number of words a stretch of it has. */
  static int leastLength(Pattern.Regular pattern) {
    return switch (pattern) {
      case Pattern.Word word -> 1;
      case Pattern.Sequence sequence ->
          sequence.parts().stream().mapToInt(Patterns::leastLength).sum();
      case Pattern.Either either ->
          either.parts().stream().mapToInt(Patterns::leastLength).min().orElse(0);
      case Pattern.Repeat repeat -> repeat.min() * leastLength(repeat.part());
    };
  }
}
