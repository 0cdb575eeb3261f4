package org.throughline.transcript.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.report.TextEncoding;

/**
 * JSON or XML: a tree whose values lie one after another in one text.
 *
 * @param starts where each value begins in the text, rising
 * @param lines the line of the file on which each of them stands
 */
@SuppressWarnings("ArrayRecordComponent") // Two columns of a million numbers, compared by nobody.
public record Tree(
    String container,
    String text,
    Node root,
    int[] starts,
    int[] lines,
    List<Aside> asides,
    TextEncoding encoding,
    long inputLength,
    long structureBeside)
    implements Source {

  /** A node's own value, null if there is no such node. */
  public @Nullable String value(@Nullable Node node) {
    return node == null ? null : text.substring(node.start(), node.end());
  }

  @Override
  public int lineAt(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    at = at >= 0 ? at : -at - 2;
    return at < 0 ? 0 : lines[at];
  }

  @Override
  public String toString() {
    return "Tree[" + container + ", values=" + starts.length + "]";
  }
}
