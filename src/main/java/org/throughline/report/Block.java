package org.throughline.report;

import java.util.List;

/** A part of a document. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 below the title, 2 below that
   */
  record Heading(int level, String text) implements Block {

    @Override
    public String toString() {
      return "Heading[" + level + "]";
    }
  }

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
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
  }
}
