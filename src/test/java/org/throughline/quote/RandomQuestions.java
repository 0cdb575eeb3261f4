package org.throughline.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.throughline.transcript.Role;

/** Questions of every kind about a {@link Library}. */
final class RandomQuestions {

  private final Random random;

  RandomQuestions(Random random) {
    this.random = random;
  }

  Expression expression(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 8);
    return switch (kind) {
      case 0, 1, 2 -> new Expression.Has(pattern(2));
      case 3 -> random.nextInt(8) == 0 ? new Expression.All() : new Expression.Where(filter());
      case 4, 5 -> new Expression.And(some(() -> expression(depth - 1)));
      case 6 -> new Expression.Or(some(() -> expression(depth - 1)));
      default -> new Expression.Not(expression(depth - 1));
    };
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> list = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      list.add(one.get());
    }
    return list;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Filter filter() {
    return switch (random.nextInt(9)) {
      case 0 -> new Filter.Speaker(List.of(Role.values()).get(random.nextInt(4)));
      case 1 -> new Filter.Client(pick(Library.CLIENTS));
      case 2 -> new Filter.Source(pick(List.of(Origin.values())));
      case 3 -> new Filter.Session("s" + random.nextInt(8));
      case 4 -> new Filter.Numbers(1 + random.nextInt(2), 2 + random.nextInt(2));
      case 5 -> {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4));
        yield new Filter.Dates(from, random.nextBoolean() ? LocalDate.MAX : from.plusDays(1));
      }
      case 6 -> new Filter.AnyClient(Set.copyOf(some(() -> pick(Library.CLIENTS))));
      case 7 ->
          new Filter.Turns(
              Map.of(
                  "s" + random.nextInt(8),
                  Set.copyOf(some(() -> random.nextInt(5))),
                  "none",
                  Set.of(0)));
      default -> new Filter.Codebook("book " + random.nextInt(2));
    };
  }

  private Pattern pattern(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 9)) {
      case 0, 1, 2 -> solid(depth);
      case 3 -> new Pattern.Run(test(1));
      case 4 -> new Pattern.Sentences();
      case 5 -> new Pattern.AnyOf(some(() -> pattern(depth - 1)));
      case 6 ->
          new Pattern.Near(
              pattern(depth - 1),
              pattern(depth - 1),
              1 + random.nextInt(5),
              random.nextInt(3) == 0);
      case 7 -> new Pattern.SameSentence(pattern(depth - 1), pattern(depth - 1));
      default -> new Pattern.Within(pattern(depth - 1), pattern(depth - 1));
    };
  }

  /** A row that takes at least one word, as the parser demands. */
  private Pattern.Regular solid(int depth) {
    while (true) {
      Pattern.Regular row = row(depth);
      if (Patterns.leastLength(row) > 0) {
        return row;
      }
    }
  }

  private Pattern.Regular row(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 6)) {
      case 0, 1 -> new Pattern.Word(test(2));
      case 2, 3 -> new Pattern.Sequence(some(() -> row(depth - 1)));
      case 4 -> new Pattern.Either(some(() -> row(depth - 1)));
      default -> {
        int min = random.nextInt(3);
        yield new Pattern.Repeat(row(depth - 1), min, Math.max(1, min + random.nextInt(3)));
      }
    };
  }

  private TokenTest test(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 11)) {
      case 0, 1 -> new TokenTest.Is(Layer.WORD, pick(Library.WORDS));
      case 2 -> new TokenTest.Is(Layer.LEMMA, pick(Library.LEMMAS));
      case 3 -> new TokenTest.Is(Layer.POS, pick(Library.TAGS).name());
      case 4 -> code();
      case 5 -> new TokenTest.Begins(Layer.WORD, pick(List.of("abc", "ab", "b", "z")));
      case 6 ->
          random.nextBoolean()
              ? new TokenTest.Anything()
              : new TokenTest.Is(Layer.FORM, random.nextBoolean() ? "PAST" : "BASE");
      case 7 -> new TokenTest.Not(test(depth - 1));
      case 8 -> new TokenTest.All(some(() -> test(depth - 1)));
      default -> new TokenTest.Any(some(() -> test(depth - 1)));
    };
  }

  private TokenTest code() {
    Layer layer = pick(List.of(Layer.CODE, Layer.CONFIRMED, Layer.OWN));
    return new TokenTest.Is(layer, pick(List.of("", "one", "one.a", "one.a.x", "two", "three")));
  }
}
