package org.throughline.report;

import java.util.List;
import java.util.stream.Collectors;

/** A document as Markdown (CommonMark, with the table extension). */
public final class Markdown {

  private Markdown() {}

  public static String of(Document document) {
    return "# "
        + escape(document.title())
        + "\n\n"
        + document.blocks().stream().map(Markdown::block).collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          "#".repeat(heading.level() + 1) + " " + escape(heading.text()) + "\n";
      case Block.Paragraph paragraph -> inlines(paragraph) + "\n";
      case Block.Bullets bullets ->
          bullets.items().stream()
              .map(item -> "- " + inlines(item) + "\n")
              .collect(Collectors.joining());
      case Block.Table table -> table(table);
    };
  }

  private static String table(Block.Table table) {
    var text = new StringBuilder();
    text.append(row(table.header().stream().map(Markdown::escape).toList()));
    text.append(row(table.header().stream().map(cell -> "---").toList()));
    table.rows().forEach(cells -> text.append(row(cells.stream().map(Markdown::inlines).toList())));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String inlines(Block.Paragraph paragraph) {
    return paragraph.content().stream()
        .map(
            inline ->
                inline instanceof Inline.Strong strong
                    ? "**" + escape(strong.text()) + "**"
                    : escape(inline.plain()))
        .collect(Collectors.joining());
  }

  /** What a client says may look like markup, and must not become any. */
  private static String escape(String text) {
    return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~]", "\\\\$0").replaceAll("\\s*\n\\s*", " ");
  }
}
