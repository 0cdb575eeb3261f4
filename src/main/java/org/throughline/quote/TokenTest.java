package org.throughline.quote;

import java.util.List;

/** What one word has to be: the inside of {@code [lemma="feel" & pos!="NOUN"]}. */
public sealed interface TokenTest {

  /** Any word: {@code []}. */
  record Anything() implements TokenTest {}

  /** Has this very value on a layer. */
  record Is(Layer layer, String value) implements TokenTest {}

  /** Has a value on a layer that begins so. */
  record Begins(Layer layer, String prefix) implements TokenTest {}

  record Not(TokenTest test) implements TokenTest {}

  record All(List<TokenTest> tests) implements TokenTest {
    public All {
      tests = List.copyOf(tests);
    }
  }

  record Any(List<TokenTest> tests) implements TokenTest {
    public Any {
      tests = List.copyOf(tests);
    }
  }
}
