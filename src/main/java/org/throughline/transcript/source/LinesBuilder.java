package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.report.TextEncoding;

/** Lays the paragraphs and cells of a document one under another. */
final class LinesBuilder {

  private final String container;
  private final StringBuilder text = new StringBuilder();
  private final List<Line> lines = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();

  LinesBuilder(String container) {
    this.container = container;
  }

  /** One cell; line breaks inside it are soft. */
  void cell(Line.Cell cell, int number, String content) throws UnreadableException {
    boolean soft = false;
    for (String part : content.split("\n", -1)) {
      line(number, part, soft, 0, false, cell);
      soft = true;
    }
  }

  /**
   * @param bold how many characters at the beginning are in bold print
   */
  void line(
      int number, String content, boolean soft, int bold, boolean heading, Line.@Nullable Cell cell)
      throws UnreadableException {
    if (!lines.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(content);
    lines.add(new Line(number, start, text.length(), soft, start + bold, heading, cell));
    if (lines.size() > Limits.LINES) {
      throw new UnreadableException(
          "the file has more than " + Limits.LINES + " lines", "Split it into sessions.");
    }
  }

  void aside(String reason, int number, String content) {
    if (!content.isBlank()) {
      asides.add(new Aside(reason, number, content));
    }
  }

  /** A table out of a decoded text: delimiters and quotes were structure. */
  Lines build(Decoded decoded) {
    asides.addAll(decoded.asides());
    long aside = decoded.asides().stream().mapToLong(a -> a.text().length()).sum();
    return new Lines(
        container,
        text.toString(),
        lines,
        asides,
        decoded.encoding(),
        decoded.inputLength(),
        decoded.inputLength() - text.length() - aside);
  }

  /** A document: what counts as input is the text it carries. */
  Lines build() {
    long aside = asides.stream().mapToLong(a -> a.text().length()).sum();
    return new Lines(
        container,
        text.toString(),
        lines,
        asides,
        TextEncoding.stated("UTF-8"),
        text.length() + aside,
        0);
  }
}
