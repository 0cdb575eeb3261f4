package org.throughline.transcript.source;

import org.jspecify.annotations.Nullable;

/**
 * A line of a text file, or a piece of a document's paragraph between soft breaks.
 *
 * @param number counted from 1; for documents the paragraph's number
 * @param start where it begins in the source's text
 * @param end where it ends, without the line end
 * @param soft whether a soft break, not a paragraph mark, separates it from the line before
 * @param boldTo where the bold print it begins with ends; {@code start} if it begins otherwise
 * @param heading whether it is set as a title or heading
 * @param cell its table cell, or null outside tables
 */
public record Line(
    int number,
    int start,
    int end,
    boolean soft,
    int boldTo,
    boolean heading,
    @Nullable Cell cell) {

  /** A table cell; rows and columns count from 0 within the table. */
  public record Cell(int table, int row, int column) {}

  static Line plain(int number, int start, int end) {
    return new Line(number, start, end, false, start, false, null);
  }

  /** The same line from a later place on. */
  public Line from(int begin) {
    return new Line(number, begin, end, soft, Math.max(begin, boldTo), heading, cell);
  }

  public boolean isEmpty() {
    return start == end;
  }
}
