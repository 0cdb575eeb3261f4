package org.throughline.quote;

import java.util.Collection;
import java.util.function.ToLongFunction;

/** How much a question asks: its words and filters, repetitions multiplied out. */
final class ClauseCount {

  private ClauseCount() {}

  static long of(Expression expression) {
    return switch (expression) {
      case Expression.All all -> 1;
      case Expression.And and -> sum(and.parts(), ClauseCount::of);
      case Expression.Or or -> sum(or.parts(), ClauseCount::of);
      case Expression.Not not -> of(not.part());
      case Expression.Has has -> of(has.pattern());
      case Expression.Where where -> 1;
    };
  }

  private static long of(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word word -> of(word.test());
      case Pattern.Run run -> of(run.test());
      case Pattern.Sentences sentences -> 1;
      case Pattern.Sequence sequence -> sum(sequence.parts(), ClauseCount::of);
      case Pattern.Either either -> sum(either.parts(), ClauseCount::of);
      case Pattern.AnyOf anyOf -> sum(anyOf.parts(), ClauseCount::of);
      case Pattern.Repeat repeat -> repeat.max() * of(repeat.part());
      case Pattern.Near near -> of(near.first()) + of(near.second());
      case Pattern.SameSentence same -> of(same.first()) + of(same.second());
      case Pattern.Within within -> of(within.inner()) + of(within.outer());
    };
  }

  private static long of(TokenTest test) {
    return switch (test) {
      case TokenTest.Anything anything -> 1;
      case TokenTest.Is is -> 1;
      case TokenTest.Begins begins -> 1;
      case TokenTest.Not not -> of(not.test());
      case TokenTest.All all -> sum(all.tests(), ClauseCount::of);
      case TokenTest.Any any -> sum(any.tests(), ClauseCount::of);
    };
  }

  private static <T> long sum(Collection<? extends T> parts, ToLongFunction<T> size) {
    return parts.stream().mapToLong(size).sum();
  }
}
