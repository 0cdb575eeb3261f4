package org.throughline.transcript.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value or an XML element; an XML attribute is a child whose name begins with {@code @}.
 *
 * @param name the member's or element's name; empty for members of a list
 * @param kind what it is
 * @param start where its own value begins in the source's text
 * @param end where that value ends; equal to {@code start} for containers
 */
public record Node(String name, Kind kind, int start, int end, List<Node> children) {

  /** What a node is. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    OTHER
  }

  /** The first child of that name, or null. */
  public @Nullable Node child(String childName) {
    for (Node child : children) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }

  /** All children of that name. */
  public Stream<Node> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }

  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  public boolean isText() {
    return kind == Kind.TEXT;
  }

  @Override
  public String toString() {
    return "Node[" + kind + ", children=" + children.size() + "]";
  }
}
