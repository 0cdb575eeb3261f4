package org.throughline.report;

import java.util.List;
import java.util.function.UnaryOperator;
import org.throughline.indicator.Quote;

/** A part of a document. */
public sealed interface Block {

  /** The same block with what clients say changed: {@link Document#saying}. */
  Block saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said);

  /**
   * A heading.
   *
   * @param level 1 below the title, 2 below that
   */
  record Heading(int level, String text) implements Block {

    @Override
    public Heading saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
      return this;
    }

    @Override
    public String toString() {
      return "Heading[" + level + "]";
    }
  }

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }

    @Override
    public Paragraph saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
      return new Paragraph(content.stream().map(inline -> inline.saying(quotes, said)).toList());
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "Paragraph[" + content.size() + "]";
    }
  }

  record Bullets(List<Paragraph> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public Bullets saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
      return new Bullets(items.stream().map(item -> item.saying(quotes, said)).toList());
    }
  }

  /** A table: all rows as wide as the header. */
  record Table(List<String> header, List<List<Paragraph>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Paragraph> row : rows) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " cells under " + header.size() + " headings");
        }
      }
    }

    @Override
    public Table saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
      return new Table(
          header,
          rows.stream()
              .map(row -> row.stream().map(cell -> cell.saying(quotes, said)).toList())
              .toList());
    }
  }
}
