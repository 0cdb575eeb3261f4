package org.throughline.transcript;

/**
 * A half-open stretch {@code [start, end)} of one turn's stored text, counted in UTF-16 code units.
 *
 * <p>Exchange formats that count otherwise (code points, UTF-8 bytes) convert at their own edge.
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span that covers both. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public Span shift(int by) {
    return new Span(start + by, end + by);
  }

  /**
   * The words this span marks.
   *
   * @throws IllegalArgumentException if the span reaches past the text
   */
  public String of(String text) {
    if (end > text.length()) {
      throw new IllegalArgumentException(
          "span " + this + " reaches past a text of " + text.length() + " units");
    }
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
