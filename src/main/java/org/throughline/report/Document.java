package org.throughline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.throughline.indicator.Quote;

/** A report, before it becomes a file of some format. */
public record Document(String title, List<Block> blocks) {

  public Document {
    blocks = List.copyOf(blocks);
  }

  /** All figures, each once, in the order of their first mention. */
  public List<Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    paragraphs()
        .flatMap(paragraph -> paragraph.content().stream())
        .forEach(
            inline -> {
              switch (inline) {
                case Inline.Counted counted ->
                    figures.putIfAbsent(counted.figure().id(), counted.figure());
                case Inline.Verbatim verbatim -> {
                  String id = "quote@" + verbatim.quote().reference();
                  figures.putIfAbsent(
                      id, new Figure(id, "quote", "verbatim", List.of(verbatim.quote())));
                }
                case Inline.Text text -> {}
                case Inline.Strong strong -> {}
                case Inline.Said said -> {}
              }
            });
    return List.copyOf(figures.values());
  }

  /**
   * The same document with what clients say changed, and none of our own words.
   *
   * @param quotes changes what stands in a session
   * @param said changes what was written down beside the sessions
   */
  public Document saying(UnaryOperator<Quote> quotes, UnaryOperator<String> said) {
    return new Document(title, blocks.stream().map(block -> block.saying(quotes, said)).toList());
  }

  /** How many words a reader has to read. */
  public int words() {
    return Stream.concat(
            blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> ((Block.Heading) block).text()),
            paragraphs().map(Document::plain))
        .mapToInt(text -> text.isBlank() ? 0 : text.strip().split("\\s+", -1).length)
        .sum();
  }

  static String plain(Block.Paragraph paragraph) {
    var text = new StringBuilder();
    paragraph.content().forEach(inline -> text.append(inline.plain()));
    return text.toString();
  }

  private Stream<Block.Paragraph> paragraphs() {
    return blocks.stream()
        .flatMap(
            block ->
                switch (block) {
                  case Block.Heading heading -> Stream.of();
                  case Block.Paragraph paragraph -> Stream.of(paragraph);
                  case Block.Bullets bullets -> bullets.items().stream();
                  case Block.Table table -> table.rows().stream().flatMap(List::stream);
                });
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Document[blocks=" + blocks.size() + "]";
  }

  /** Puts a document together, from top to bottom. */
  static final class Writer {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Writer(String title) {
      this.title = title;
    }

    Writer heading(String text) {
      blocks.add(new Block.Heading(1, text));
      return this;
    }

    Writer paragraph(Inline... content) {
      blocks.add(new Block.Paragraph(List.of(content)));
      return this;
    }

    Writer text(String text) {
      return paragraph(new Inline.Text(text));
    }

    /** Nothing at all where there is nothing to list. */
    Writer bullets(List<Block.Paragraph> items) {
      if (!items.isEmpty()) {
        blocks.add(new Block.Bullets(items));
      }
      return this;
    }

    /** Says so where there is nothing to list. */
    Writer bullets(List<Block.Paragraph> items, String none) {
      return items.isEmpty() ? text(none) : bullets(items);
    }

    Writer table(List<String> header, List<List<Block.Paragraph>> rows) {
      if (!rows.isEmpty()) {
        blocks.add(new Block.Table(header, rows));
      }
      return this;
    }

    Document done() {
      return new Document(title, blocks);
    }
  }

  static Block.Paragraph cell(String text) {
    return new Block.Paragraph(List.of(new Inline.Text(text)));
  }

  static Block.Paragraph cell(Figure figure) {
    return new Block.Paragraph(List.of(new Inline.Counted(figure)));
  }

  static Block.Paragraph line(Inline... content) {
    return new Block.Paragraph(List.of(content));
  }

  static Inline text(String text) {
    return new Inline.Text(text);
  }

  static Inline strong(String text) {
    return new Inline.Strong(text);
  }

  static Inline number(Figure figure) {
    return new Inline.Counted(figure);
  }

  static Inline said(String words) {
    return new Inline.Said(words);
  }

  static Inline verbatim(Quote quote) {
    return new Inline.Verbatim(quote);
  }
}
