package org.throughline.transcript.source;

import org.jspecify.annotations.Nullable;

/** A paragraph in the making: its pieces between soft breaks, and how far bold print opens each. */
final class Paragraph {

  private final StringBuilder text = new StringBuilder();
  private int bold;
  private boolean stillBold = true;
  private boolean soft;
  boolean heading;

  /** Appends a run's text. */
  void append(String run, boolean boldRun) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      stillBold &= boldRun || (Blank.is(c) && bold > 0);
      bold += stillBold ? 1 : 0;
      text.append(c);
    }
  }

  /** A soft break: the piece so far becomes a line of its own. */
  void breakSoftly(LinesBuilder lines, int number, Line.@Nullable Cell cell)
      throws UnreadableException {
    flush(lines, number, cell);
    soft = true;
  }

  void flush(LinesBuilder lines, int number, Line.@Nullable Cell cell) throws UnreadableException {
    LineEnds clean = LineEnds.normalise(text.toString());
    for (Aside aside : clean.asides()) {
      lines.aside(aside.reason(), number, aside.text());
    }
    String content = clean.text().replace('\n', ' ');
    lines.line(number, content, soft, Math.min(bold, content.length()), heading, cell);
    text.setLength(0);
    bold = 0;
    stillBold = true;
  }
}
