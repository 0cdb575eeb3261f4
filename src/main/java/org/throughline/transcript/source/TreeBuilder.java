package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.transcript.report.TextEncoding;

/** Lays the values of a tree one under another, and remembers on which line each stood. */
final class TreeBuilder {

  private final String container;
  private final StringBuilder text = new StringBuilder();
  private final List<Aside> asides = new ArrayList<>();
  private int[] starts = new int[64];
  private int[] lines = new int[64];
  private int values;
  private int nodes;

  TreeBuilder(String container) {
    this.container = container;
  }

  Node leaf(String name, Node.Kind kind, String value, int line) throws UnreadableException {
    count();
    String clean = value;
    if (kind == Node.Kind.TEXT) {
      LineEnds ends = LineEnds.normalise(value);
      asides.addAll(ends.asides());
      clean = ends.text();
    }
    int start = text.length();
    if (values == starts.length) {
      starts = Arrays.copyOf(starts, values * 2);
      lines = Arrays.copyOf(lines, values * 2);
    }
    starts[values] = start;
    lines[values++] = line;
    text.append(clean).append('\n');
    return new Node(name, kind, start, start + clean.length(), List.of());
  }

  Node parent(String name, Node.Kind kind, List<Node> children) throws UnreadableException {
    count();
    return new Node(name, kind, 0, 0, children);
  }

  private void count() throws UnreadableException {
    if (++nodes > Limits.NODES) {
      throw new UnreadableException(
          "the file has more than " + Limits.NODES + " values", "Split it into sessions.");
    }
  }

  Tree build(Node root, TextEncoding encoding) {
    long aside = asides.stream().mapToLong(a -> a.text().length()).sum();
    return new Tree(
        container,
        text.toString(),
        root,
        Arrays.copyOf(starts, values),
        Arrays.copyOf(lines, values),
        asides,
        encoding,
        text.length() + aside,
        0);
  }
}
