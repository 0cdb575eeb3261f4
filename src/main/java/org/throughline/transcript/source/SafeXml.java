package org.throughline.transcript.source;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over XML without trusting it.
 *
 * <p>A document type refuses the file: neither word processors nor ELAN write one, and every attack
 * by entities needs one. Depth and number of elements are limited; nothing outside the bytes is
 * ever opened.
 */
public final class SafeXml {

  private static final XMLInputFactory FACTORY = factory();
  private static final String FIX =
      "Open the document in the program that wrote it and save it again.";

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the file is opened");
        });
    return factory;
  }

  /** What happens on the way through a document. Names are local names. */
  public interface Handler {
    void start(XMLStreamReader element) throws UnreadableException;

    void text(String text) throws UnreadableException;

    void end(String name) throws UnreadableException;
  }

  /**
   * Walks over a document.
   *
   * @throws UnreadableException if it is not well-formed, has a document type or passes a limit
   */
  public static void walk(byte[] xml, Handler handler) throws UnreadableException {
    int depth = 0;
    int nodes = 0;
    XMLStreamReader reader = null;
    try {
      reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new UnreadableException(
              "the document declares a document type, which is not accepted", FIX);
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          nodes += 1 + reader.getAttributeCount();
          if (depth > Limits.DEPTH || nodes > Limits.NODES) {
            throw new UnreadableException(
                depth > Limits.DEPTH
                    ? "the document is nested too deeply"
                    : "the document has too many elements",
                FIX);
          }
          handler.start(reader);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          handler.end(reader.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS
            || event == XMLStreamConstants.CDATA
            || event == XMLStreamConstants.SPACE) {
          handler.text(reader.getText());
        }
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new UnreadableException(
          "the document's XML is damaged", FIX, line > 0 ? (Integer) line : null);
    }
  }

  /** An attribute by its local name, or an empty text. */
  public static String attribute(XMLStreamReader element, String name) {
    for (int i = 0; i < element.getAttributeCount(); i++) {
      if (element.getAttributeLocalName(i).equals(name)) {
        return element.getAttributeValue(i);
      }
    }
    return "";
  }
}
