package org.throughline.transcript.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.throughline.transcript.report.TextEncoding;

/** XML as a tree of places; an element's own text is its value. */
final class XmlFile implements SafeXml.Handler {

  private record Open(String name, int line, List<Node> children, StringBuilder text) {}

  private final TreeBuilder tree = new TreeBuilder("xml");
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Node> roots = new ArrayList<>();

  static Tree read(byte[] xml) throws UnreadableException {
    XmlFile file = new XmlFile();
    SafeXml.walk(xml, file);
    return file.tree.build(file.roots.getFirst(), TextEncoding.stated("UTF-8"));
  }

  @Override
  public void start(XMLStreamReader element) throws UnreadableException {
    int line = element.getLocation().getLineNumber();
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < element.getAttributeCount(); i++) {
      children.add(
          tree.leaf(
              "@" + element.getAttributeLocalName(i),
              Node.Kind.TEXT,
              element.getAttributeValue(i),
              line));
    }
    open.push(new Open(element.getLocalName(), line, children, new StringBuilder()));
  }

  @Override
  public void text(String text) {
    if (!open.isEmpty()) {
      open.peek().text().append(text);
    }
  }

  @Override
  public void end(String name) throws UnreadableException {
    Open done = open.pop();
    Node own =
        done.text().toString().isBlank()
            ? null
            : tree.leaf(name, Node.Kind.TEXT, done.text().toString(), done.line());
    Node node =
        own == null
            ? tree.parent(name, Node.Kind.OBJECT, done.children())
            : new Node(name, Node.Kind.TEXT, own.start(), own.end(), done.children());
    (open.isEmpty() ? roots : open.peek().children()).add(node);
  }
}
