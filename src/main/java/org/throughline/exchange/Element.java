package org.throughline.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.SafeXml;
import org.throughline.transcript.source.UnreadableException;

/** An XML element by local names: other programs are not exact about namespaces. */
record Element(
    String name, Map<String, String> attributes, List<Element> children, StringBuilder content) {

  /**
   * Reads a whole document.
   *
   * @throws UnreadableException if it is damaged, too large, or has a document type
   */
  static Element read(byte[] xml) throws UnreadableException {
    var reading = new Reading();
    SafeXml.walk(xml, reading);
    Element root = reading.root;
    if (root == null) {
      throw new UnreadableException("the document is empty", "Export the project again.");
    }
    return root;
  }

  private static final class Reading implements SafeXml.Handler {

    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Element root;

    @Override
    public void start(XMLStreamReader at) {
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < at.getAttributeCount(); i++) {
        attributes.put(at.getAttributeLocalName(i), at.getAttributeValue(i));
      }
      var element =
          new Element(at.getLocalName(), attributes, new ArrayList<>(), new StringBuilder());
      if (open.isEmpty()) {
        root = element;
      } else {
        open.peek().children.add(element);
      }
      open.push(element);
    }

    @Override
    public void text(String text) {
      if (!open.isEmpty()) {
        open.peek().content.append(text);
      }
    }

    @Override
    public void end(String name) {
      open.pop();
    }
  }

  /** "" where it is missing. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  Stream<Element> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  /** The members of a container; none where there is no container. */
  List<Element> inside(String container) {
    return all(container).flatMap(element -> element.children.stream()).toList();
  }

  /** The text of a child, "" where it is missing. */
  String text(String child) {
    return all(child).findFirst().map(element -> element.content.toString()).orElse("");
  }

  boolean has(String child) {
    return all(child).findAny().isPresent();
  }

  @Override
  public String toString() {
    return "Element[" + name + ", children=" + children.size() + "]";
  }
}
