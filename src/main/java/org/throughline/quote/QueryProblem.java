package org.throughline.quote;

/**
 * A question that cannot be read. The message says what to write instead and never repeats the
 * question.
 */
public final class QueryProblem extends IllegalArgumentException {

  private final int column;

  QueryProblem(int column, String message) {
    super("column " + column + ": " + message);
    this.column = column;
  }

  /** Where reading stopped: 1 is the question's first character, counted in UTF-16 units. */
  public int column() {
    return column;
  }
}
