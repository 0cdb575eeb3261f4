package org.throughline.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * A unit, or a gap between two units, on one rater's line through a text.
 *
 * @param unit whether it carries the category
 */
record Section(int start, int end, boolean unit) {

  int length() {
    return end - start;
  }

  /** A rater's whole line: units and the gaps around them. Marks come by start. */
  static List<Section> line(List<Mark> marks, int length) {
    List<Section> line = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < marks.size(); i++) {
      int start = marks.get(i).start();
      int end = marks.get(i).end();
      while (i + 1 < marks.size() && marks.get(i + 1).start() < end) {
        i++;
        end = Math.max(end, marks.get(i).end());
      }
      if (start > at) {
        line.add(new Section(at, start, false));
      }
      line.add(new Section(start, end, true));
      at = end;
    }
    if (length > at) {
      line.add(new Section(at, length, false));
    }
    return line;
  }

  /** The squared differences of all pairs of sections of two raters; Krippendorff 1995, p. 61. */
  static double apart(List<Section> first, List<Section> second) {
    double apart = 0;
    int from = 0;
    for (Section section : first) {
      while (from < second.size() && second.get(from).end <= section.start) {
        from++;
      }
      for (int i = from; i < second.size() && second.get(i).start < section.end; i++) {
        apart += apart(section, second.get(i));
      }
    }
    return apart;
  }

  private static double apart(Section a, Section b) {
    if (a.unit && b.unit) {
      return Math.pow(a.start - b.start, 2) + Math.pow(a.end - b.end, 2);
    }
    if (a.unit && b.start <= a.start && a.end <= b.end) {
      return Math.pow(a.length(), 2);
    }
    if (b.unit && a.start <= b.start && b.end <= a.end) {
      return Math.pow(b.length(), 2);
    }
    return 0;
  }
}
