package org.throughline.quote;

import java.util.List;
import java.util.function.UnaryOperator;

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

  /** The same with other filters in their places. */
  default Expression filtered(UnaryOperator<Filter> other) {
    return switch (this) {
      case And and -> new And(and.parts().stream().map(part -> part.filtered(other)).toList());
      case Or or -> new Or(or.parts().stream().map(part -> part.filtered(other)).toList());
      case Not not -> new Not(not.part().filtered(other));
      case Where where -> new Where(other.apply(where.filter()));
      case Has has -> has;
      case All all -> all;
    };
  }

  /** Whether it names words or codes, be it to leave them out. */
  default boolean hasWords() {
    return switch (this) {
      case And and -> and.parts().stream().anyMatch(Expression::hasWords);
      case Or or -> or.parts().stream().anyMatch(Expression::hasWords);
      case Not not -> not.part().hasWords();
      case Has has -> true;
      case Where where -> false;
      case All all -> false;
    };
  }

  /** What of it says who and when, whatever the words: never narrower than the whole. */
  default Expression filters() {
    return switch (this) {
      case And and -> new And(and.parts().stream().map(Expression::filters).toList());
      case Or or -> or.hasWords() ? new All() : or;
      case Not not -> not.hasWords() ? new All() : not;
      case Has has -> new All();
      case Where where -> where;
      case All all -> all;
    };
  }
}
