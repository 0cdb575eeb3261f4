package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.List;
import org.throughline.transcript.report.TextEncoding;

/** A text in lines: a text file, or a document taken apart into its paragraphs. */
public record Lines(
    String container,
    String text,
    List<Line> lines,
    List<Aside> asides,
    TextEncoding encoding,
    long inputLength,
    long structureBeside)
    implements Source {

  /** A text file's lines. {@code text} has LF line ends only. */
  static Lines of(Decoded decoded) {
    String text = decoded.text();
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(Line.plain(lines.size() + 1, start, end));
      start = end + 1;
    }
    return new Lines(
        "text",
        text,
        lines,
        decoded.asides(),
        decoded.encoding(),
        decoded.inputLength(),
        decoded.structureBeside());
  }

  /** The same text with other lines, some of them left out. */
  public Lines with(List<Line> others) {
    return new Lines(container, text, others, asides, encoding, inputLength, structureBeside);
  }

  public String of(Line line) {
    return text.substring(line.start(), line.end());
  }

  public boolean isBlank(Line line) {
    for (int i = line.start(); i < line.end(); i++) {
      if (!Blank.is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the characters came from a word processor's file. */
  public boolean isDocument() {
    return !container.equals("text");
  }

  @Override
  public int lineAt(int offset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return lines.isEmpty() ? 0 : lines.get(low).number();
  }

  @Override
  public String toString() {
    return "Lines[" + container + ", lines=" + lines.size() + "]";
  }
}
