package org.throughline.transcript.source;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,80}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
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
      // Given a reader, the parser has no bytes to complain about on standard error.
      reader = FACTORY.createXMLStreamReader(characters(xml));
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

  /** The characters, in the encoding of the byte order mark or of the XML declaration. */
  private static Reader characters(byte[] xml) throws UnreadableException {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (xml.length > 1 && (xml[0] & 0xFF) + (xml[1] & 0xFF) == 0xFE + 0xFF && xml[0] < 0) {
      charset = StandardCharsets.UTF_16;
    } else if (xml.length > 2 && (xml[0] & 0xFF) == 0xEF && (xml[1] & 0xFF) == 0xBB) {
      skip = 3;
    } else {
      String head = new String(xml, 0, Math.min(xml.length, 200), StandardCharsets.ISO_8859_1);
      Matcher declared = DECLARED.matcher(head);
      try {
        charset = declared.find() ? Charset.forName(declared.group(1)) : charset;
      } catch (IllegalArgumentException e) {
        throw new UnreadableException("the document names an encoding nobody knows", FIX);
      }
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(new ByteArrayInputStream(xml, skip, xml.length - skip), decoder);
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
