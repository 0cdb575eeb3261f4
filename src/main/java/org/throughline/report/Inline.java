package org.throughline.report;

import java.util.function.UnaryOperator;
import org.throughline.indicator.Quote;

/** A run of text within a paragraph or a cell. */
public sealed interface Inline {

  record Text(String text) implements Inline {

    @Override
    public String toString() {
      return "Text";
    }
  }

  record Strong(String text) implements Inline {

    @Override
    public String toString() {
      return "Strong";
    }
  }

  record Counted(Figure figure) implements Inline {}

  /**
   * A client's words as somebody wrote them down: a problem, a goal, what they say of a finding.
   */
  record Said(String text) implements Inline {

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** A client's words, with where they stand. */
  record Verbatim(Quote quote) implements Inline {}

  /** The same with what clients say changed: {@link Document#saying}. */
  default Inline saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
    return switch (this) {
      case Said words -> new Said(said.apply(words.text()));
      case Verbatim verbatim -> new Verbatim(quotes.apply(verbatim.quote()));
      case Text text -> text;
      case Strong strong -> strong;
      case Counted counted -> counted;
    };
  }

  /** As it reads without any markup. */
  default String plain() {
    return switch (this) {
      case Text text -> text.text();
      case Strong strong -> strong.text();
      case Counted counted -> counted.figure().printed();
      case Said said -> "“" + said.text() + "”";
      case Verbatim verbatim ->
          "“"
              + verbatim.quote().text()
              + "” ["
              + verbatim.quote().number()
              + "."
              + verbatim.quote().turn()
              + "]";
    };
  }
}
