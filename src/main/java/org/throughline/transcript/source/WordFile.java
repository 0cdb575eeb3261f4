package org.throughline.transcript.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A DOCX as lines: paragraphs, their pieces between soft breaks, and table cells.
 *
 * <p>What the reader of the printed page does not see as text of the page (deletions, comments,
 * headers, footnotes, hidden text) is set aside with its reason.
 */
final class WordFile {

  private static final String FIX = "Open it in the word processor and save it again as DOCX.";

  private final LinesBuilder lines = new LinesBuilder("docx");
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder deleted = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final StringBuilder box = new StringBuilder();
  private @Nullable Paragraph paragraph;
  private int number;
  private boolean bold;
  private boolean vanish;
  private int deletions;
  private int boxes;
  private int fallbacks;
  private int tableDepth;
  private int table = -1;
  private int row;
  private int column;

  private WordFile() {}

  static Lines read(Map<String, byte[]> parts) throws UnreadableException {
    byte[] main = parts.get(mainPart(parts));
    if (main == null) {
      throw new UnreadableException("the document has no text part", FIX);
    }
    WordFile file = new WordFile();
    SafeXml.walk(main, file.new Walk());
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String reason = reason(part.getKey());
      if (!reason.isEmpty()) {
        file.lines.aside(reason, 0, PlainXml.text(part.getValue(), "p"));
      }
    }
    return file.lines.build();
  }

  static boolean wants(String name) {
    return name.equals("[Content_Types].xml")
        || name.startsWith("word/document")
        || !reason(name).isEmpty();
  }

  private static String mainPart(Map<String, byte[]> parts) {
    return parts.containsKey("word/document.xml")
        ? "word/document.xml"
        : parts.keySet().stream()
            .filter(name -> name.matches("word/document\\d*\\.xml"))
            .findFirst()
            .orElse("word/document.xml");
  }

  private static String reason(String name) {
    if (!name.startsWith("word/") || !name.endsWith(".xml") || name.indexOf('/', 5) >= 0) {
      return "";
    }
    String part = name.substring(5);
    if (part.startsWith("header") || part.startsWith("footer")) {
      return "page header or footer";
    }
    if (part.equals("footnotes.xml") || part.equals("endnotes.xml")) {
      return "footnote";
    }
    return part.equals("comments.xml") ? "comment in the margin" : "";
  }

  private final class Walk implements SafeXml.Handler {

    @Override
    public void start(XMLStreamReader element) throws UnreadableException {
      String name = element.getLocalName();
      String parent = open.isEmpty() ? "" : open.peek();
      open.push(name);
      String uri = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
      switch (name) {
        case "Fallback" -> fallbacks++;
        case "txbxContent" -> boxes++;
        case "del", "moveFrom" -> deletions += parent.equals("rPr") ? 0 : 1;
        default -> {
          if (fallbacks == 0 && uri.contains("wordprocessingml")) {
            word(element, name, parent);
          }
        }
      }
    }

    private void word(XMLStreamReader element, String name, String parent)
        throws UnreadableException {
      switch (name) {
        case "tbl" -> {
          if (tableDepth++ == 0) {
            table++;
            row = -1;
          }
        }
        case "tr" -> {
          if (tableDepth == 1) {
            row++;
            column = -1;
          }
        }
        case "tc" -> column += tableDepth == 1 ? 1 : 0;
        case "p" -> {
          if (boxes == 0) {
            number++;
            paragraph = new Paragraph();
          }
        }
        case "pStyle" -> {
          if (paragraph != null) {
            paragraph.heading = isHeading(SafeXml.attribute(element, "val"));
          }
        }
        case "r" -> {
          bold = false;
          vanish = false;
        }
        case "b" -> bold |= parent.equals("rPr") && isOn(element);
        case "vanish" -> vanish |= parent.equals("rPr") && isOn(element);
        case "rStyle" -> bold |= SafeXml.attribute(element, "val").equals("Strong");
        case "tab" -> put(parent.equals("r") ? "\t" : "");
        case "noBreakHyphen" -> put("\u2011");
        case "softHyphen" -> put("\u00AD");
        case "br", "cr" -> lineBreak();
        default -> {}
      }
    }

    @Override
    public void text(String text) {
      String in = open.isEmpty() ? "" : open.peek();
      if (fallbacks == 0 && in.equals("delText")) {
        deleted.append(text);
      } else if (fallbacks == 0 && in.equals("t")) {
        put(text);
      }
    }

    @Override
    public void end(String name) throws UnreadableException {
      open.pop();
      String parent = open.isEmpty() ? "" : open.peek();
      switch (name) {
        case "Fallback" -> fallbacks--;
        case "del", "moveFrom" -> {
          if (!parent.equals("rPr") && --deletions == 0) {
            set(deleted, "deleted by a tracked change");
          }
        }
        case "txbxContent" -> {
          if (--boxes == 0) {
            set(box, "text box");
          }
        }
        case "r" -> set(hidden, "hidden text");
        case "p" -> endParagraph();
        case "tbl" -> tableDepth--;
        default -> {}
      }
    }
  }

  private void set(StringBuilder text, String reason) {
    lines.aside(reason, number, text.toString());
    text.setLength(0);
  }

  private void put(String text) {
    if (deletions > 0) {
      deleted.append(text);
    } else if (boxes > 0) {
      box.append(text);
    } else if (vanish) {
      hidden.append(text);
    } else if (paragraph != null) {
      paragraph.append(text, bold);
    }
  }

  private void lineBreak() throws UnreadableException {
    if (boxes > 0 || deletions > 0) {
      put("\n");
    } else if (paragraph != null) {
      paragraph.breakSoftly(lines, number, cell());
    }
  }

  private void endParagraph() throws UnreadableException {
    if (boxes > 0) {
      box.append('\n');
    } else if (paragraph != null) {
      paragraph.flush(lines, number, cell());
      paragraph = null;
    }
  }

  private Line.@Nullable Cell cell() {
    return tableDepth == 0 ? null : new Line.Cell(table, Math.max(row, 0), Math.max(column, 0));
  }

  private static boolean isOn(XMLStreamReader element) {
    String value = SafeXml.attribute(element, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  static boolean isHeading(String style) {
    return style.startsWith("Title")
        || style.startsWith("Subtitle")
        || style.toLowerCase(java.util.Locale.ROOT).startsWith("heading");
  }
}
