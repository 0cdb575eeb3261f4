package org.throughline.transcript.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An OpenDocument text as lines, in the same way as {@link WordFile}. */
final class OdtFile {

  /** Elements whose text is not the page's text, with the reason. */
  private static final Map<String, String> ASIDE =
      Map.of(
          "tracked-changes", "deleted by a tracked change",
          "annotation", "comment in the margin",
          "note", "footnote",
          "text-box", "text box",
          "sequence-decls", "",
          "forms", "form");

  private final LinesBuilder lines = new LinesBuilder("odt");
  private final Set<String> boldStyles = new HashSet<>();
  private final Deque<Boolean> bold = new ArrayDeque<>();
  private final StringBuilder aside = new StringBuilder();
  private @Nullable String asideElement;
  private int asideDepth;
  private String style = "";
  private @Nullable Paragraph paragraph;
  private int number;
  private int tableDepth;
  private int table = -1;
  private int row;
  private int column;
  private boolean inText;

  private OdtFile() {}

  static Lines read(Map<String, byte[]> parts) throws UnreadableException {
    byte[] content = parts.get("content.xml");
    if (content == null) {
      throw new UnreadableException(
          "the document has no text part", "Open it in the word processor and save it again.");
    }
    OdtFile file = new OdtFile();
    SafeXml.walk(content, file.new Walk());
    byte[] styles = parts.get("styles.xml");
    if (styles != null) {
      file.lines.aside("page header or footer", 0, PlainXml.text(styles, "p"));
    }
    return file.lines.build();
  }

  private final class Walk implements SafeXml.Handler {

    @Override
    public void start(XMLStreamReader element) throws UnreadableException {
      String name = element.getLocalName();
      if (asideElement != null) {
        asideDepth++;
        return;
      }
      String reason = inText ? ASIDE.get(name) : null;
      if (reason != null) {
        asideElement = reason;
        asideDepth = 1;
        return;
      }
      switch (name) {
        case "style" -> style = SafeXml.attribute(element, "name");
        case "text-properties" -> {
          if (SafeXml.attribute(element, "font-weight").equals("bold")) {
            boldStyles.add(style);
          }
        }
        case "text" -> inText = true;
        case "table" -> {
          if (tableDepth++ == 0) {
            table++;
            row = -1;
          }
        }
        case "table-row" -> {
          if (tableDepth == 1) {
            row++;
            column = -1;
          }
        }
        case "table-cell" -> column += tableDepth == 1 ? 1 : 0;
        case "p", "h" -> startParagraph(element, name);
        case "span" -> bold.push(boldStyles.contains(SafeXml.attribute(element, "style-name")));
        case "s" -> put(" ".repeat(blanks(SafeXml.attribute(element, "c"))));
        case "tab" -> put("\t");
        case "line-break" -> {
          if (paragraph != null) {
            paragraph.breakSoftly(lines, number, cell());
          }
        }
        default -> {}
      }
    }

    private void startParagraph(XMLStreamReader element, String name) {
      number++;
      paragraph = new Paragraph();
      String styleName = SafeXml.attribute(element, "style-name");
      paragraph.heading = name.equals("h") || WordFile.isHeading(styleName);
      bold.clear();
      bold.push(boldStyles.contains(styleName));
    }

    @Override
    public void text(String text) {
      if (asideElement != null) {
        aside.append(text);
      } else {
        put(text.replaceAll("[\\n\\t ]+", " "));
      }
    }

    @Override
    public void end(String name) throws UnreadableException {
      if (asideElement != null) {
        if (--asideDepth == 0) {
          lines.aside(asideElement, number, aside.toString().strip());
          aside.setLength(0);
          asideElement = null;
        }
        return;
      }
      switch (name) {
        case "table" -> tableDepth--;
        case "span" -> bold.poll();
        case "p", "h" -> {
          if (paragraph != null) {
            paragraph.flush(lines, number, cell());
            paragraph = null;
          }
        }
        default -> {}
      }
    }
  }

  private void put(String text) {
    if (paragraph != null) {
      paragraph.append(text, !bold.isEmpty() && bold.peek());
    }
  }

  private Line.@Nullable Cell cell() {
    return tableDepth == 0 ? null : new Line.Cell(table, Math.max(row, 0), Math.max(column, 0));
  }

  private static int blanks(String count) {
    return count.matches("[1-9]\\d{0,2}") ? Integer.parseInt(count) : 1;
  }
}
