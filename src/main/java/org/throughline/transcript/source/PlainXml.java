package org.throughline.transcript.source;

import javax.xml.stream.XMLStreamReader;

/** All the text of an XML part, for what is set aside whole. */
final class PlainXml {

  private PlainXml() {}

  /**
   * The text in order.
   *
   * @param paragraph the element after which a line ends
   */
  static String text(byte[] xml, String paragraph) throws UnreadableException {
    StringBuilder all = new StringBuilder();
    SafeXml.walk(
        xml,
        new SafeXml.Handler() {
          private boolean instruction;

          @Override
          public void start(XMLStreamReader element) {
            instruction = element.getLocalName().equals("instrText");
          }

          @Override
          public void text(String text) {
            all.append(instruction ? "" : text);
          }

          @Override
          public void end(String name) {
            instruction = false;
            if (name.equals(paragraph)) {
              all.append('\n');
            }
          }
        });
    return all.toString().strip();
  }
}
