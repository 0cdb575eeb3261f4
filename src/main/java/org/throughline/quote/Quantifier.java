package org.throughline.quote;

/** {@code ?}, {@code *}, {@code +}, {@code {2}}, {@code {1,3}} right after an item. */
final class Quantifier {

  /** What a star or a plus can mean at most. */
  static final int MOST = 20;

  private Quantifier() {}

  static Expression read(QueryScanner in, Expression item, int column) {
    int min;
    int max;
    switch (in.here()) {
      case '?' -> {
        min = 0;
        max = 1;
        in.take('?');
      }
      case '*' -> {
        min = 0;
        max = MOST;
        in.take('*');
      }
      case '+' -> {
        min = 1;
        max = MOST;
        in.take('+');
      }
      case '{' -> {
        in.take('{');
        min = in.number();
        max = min;
        if (in.take(',')) {
          max = in.peek() == '}' ? MOST : in.number();
        }
        in.expect('}', "the repetition ends with }");
      }
      default -> {
        return item;
      }
    }
    if (max > MOST || max < 1 || min > max) {
      throw QueryScanner.problem(column, "repeat at most 20 times, like {1,3}");
    }
    Pattern.Regular part = Patterns.regular(item);
    if (part == null) {
      throw QueryScanner.problem(column, "only words and [bracketed words] can be repeated");
    }
    return new Expression.Has(new Pattern.Repeat(part, min, max));
  }
}
