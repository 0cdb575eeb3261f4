package org.throughline.quote;

import java.util.List;

/** What is asked for: yes or no for each turn. */
public sealed interface Expression {

  /** Every turn. */
  record All() implements Expression {}

  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Expression part) implements Expression {}

  /** Turns with at least one such stretch of words. */
  record Has(Pattern pattern) implements Expression {}

  record Where(Filter filter) implements Expression {}

  /** This and that. */
  default Expression and(Expression other) {
    return new And(List.of(this, other));
  }
}
