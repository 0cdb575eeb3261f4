package org.throughline.exchange;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements; whatever XML 1.0 cannot hold becomes U+FFFD and is counted. */
final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private int unwritable;

  XmlText() {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
  }

  /** Writes what is inside an element. */
  @FunctionalInterface
  interface Inside {
    void write();
  }

  void root(String name, String namespace, Map<String, String> attributes, Inside inside) {
    try {
      out.writeCharacters("\n");
      out.writeStartElement(name);
      out.writeDefaultNamespace(namespace);
      attributes(attributes);
      inside.write();
      out.writeEndElement();
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
  }

  void element(String name, Map<String, String> attributes, Inside inside) {
    try {
      out.writeStartElement(name);
      attributes(attributes);
      inside.write();
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
  }

  void empty(String name, Map<String, String> attributes) {
    element(name, attributes, () -> {});
  }

  /** An element with text; nothing at all where there is no text. */
  void text(String name, @Nullable String content) {
    if (content != null && !content.isEmpty()) {
      element(
          name,
          Map.of(),
          () -> {
            try {
              out.writeCharacters(writable(content));
            } catch (XMLStreamException e) {
              throw new IllegalStateException("cannot write XML", e);
            }
          });
    }
  }

  private void attributes(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.writeAttribute(attribute.getKey(), writable(attribute.getValue()));
    }
  }

  /** XML 1.0, production 2; and no carriage return, which parsers turn into a line feed. */
  private String writable(String content) {
    StringBuilder clean = new StringBuilder(content.length());
    content
        .codePoints()
        .forEach(
            c -> {
              boolean fits =
                  c == '\t'
                      || c == '\n'
                      || (c >= 0x20 && c < 0xD800)
                      || (c >= 0xE000 && c < 0xFFFE)
                      || c >= 0x10000;
              clean.appendCodePoint(fits ? c : 0xFFFD);
              unwritable += fits ? 0 : 1;
            });
    return clean.toString();
  }

  int unwritable() {
    return unwritable;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
