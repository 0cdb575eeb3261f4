package org.throughline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of REFI-QDA 1.0. */
public final class Schemas {

  private Schemas() {}

  /** Fails if a code book is not valid. */
  public static void codebook(byte[] qdc) throws SAXException, IOException {
    validate("codebook.xsd", qdc);
  }

  /** Fails if a project is not valid. */
  public static void project(byte[] qdpx) throws SAXException, IOException {
    validate("project.xsd", entry(qdpx, "project.qde"));
  }

  /** An entry of an archive. */
  public static byte[] entry(byte[] archive, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IOException("no entry " + name);
  }

  private static void validate(String schema, byte[] xml) throws SAXException, IOException {
    try (InputStream in = Schemas.class.getResourceAsStream(schema)) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(in))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
  }
}
