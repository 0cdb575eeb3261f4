package org.throughline.report;

import java.util.stream.Collectors;

/** A document as one HTML file without script, style sheet or anything loaded from elsewhere. */
public final class Html {

  private Html() {}

  public static String of(Document document) {
    String title = escape(document.title());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>%s</title>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(
            title,
            title,
            document.blocks().stream().map(Html::block).collect(Collectors.joining("\n")));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          "<h%d>%s</h%d>"
              .formatted(heading.level() + 1, escape(heading.text()), heading.level() + 1);
      case Block.Paragraph paragraph -> "<p>" + inlines(paragraph) + "</p>";
      case Block.Bullets bullets ->
          bullets.items().stream()
              .map(item -> "<li>" + inlines(item) + "</li>")
              .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
      case Block.Table table -> table(table);
    };
  }

  private static String table(Block.Table table) {
    String header =
        table.header().stream()
            .map(cell -> "<th scope=\"col\">" + escape(cell) + "</th>")
            .collect(Collectors.joining());
    String rows =
        table.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> "<td>" + inlines(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
            .collect(Collectors.joining("\n"));
    return "<table>\n<thead><tr>"
        + header
        + "</tr></thead>\n<tbody>\n"
        + rows
        + "\n</tbody>\n</table>";
  }

  private static String inlines(Block.Paragraph paragraph) {
    return paragraph.content().stream()
        .map(
            inline ->
                switch (inline) {
                  case Inline.Strong strong -> "<strong>" + escape(strong.text()) + "</strong>";
                  case Inline.Verbatim verbatim ->
                      "<q>"
                          + escape(verbatim.quote().text())
                          + "</q> ["
                          + verbatim.quote().number()
                          + "."
                          + verbatim.quote().turn()
                          + "]";
                  case Inline.Text text -> escape(text.text());
                  case Inline.Said said -> escape(said.plain());
                  case Inline.Counted counted -> escape(counted.figure().printed());
                })
        .collect(Collectors.joining());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
