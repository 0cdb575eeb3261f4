package org.throughline.transcript.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files for tests. A name ending in {@code .docx.xml} holds the body of a Word document. */
final class Specimen {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private Specimen() {}

  static byte[] bytes(Path file) {
    byte[] bytes = Reading.bytes(file);
    return file.toString().endsWith(".docx.xml")
        ? docx(new String(bytes, StandardCharsets.UTF_8))
        : bytes;
  }

  /** A Word document with this body, and a header and a comment beside it. */
  static byte[] docx(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("word/document.xml", part("document", "<w:body>" + body + "</w:body>"));
    parts.put("word/header1.xml", part("hdr", "<w:p><w:r><w:t>Confidential</w:t></w:r></w:p>"));
    parts.put(
        "word/comments.xml", part("comments", "<w:p><w:r><w:t>Ask more here</w:t></w:r></w:p>"));
    return zip(parts);
  }

  private static String part(String root, String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s xmlns:w=\"%s\">%s</w:%s>"
        .formatted(root, WORD, inside, root);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
