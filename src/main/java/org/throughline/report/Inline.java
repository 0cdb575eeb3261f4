package org.throughline.report;

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

  /** A client's words, with where they stand. */
  record Verbatim(Quote quote) implements Inline {}

  /** As it reads without any markup. */
  default String plain() {
    return switch (this) {
      case Text text -> text.text();
      case Strong strong -> strong.text();
      case Counted counted -> counted.figure().printed();
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
