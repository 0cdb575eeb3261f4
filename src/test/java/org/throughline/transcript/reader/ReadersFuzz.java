package org.throughline.transcript.reader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.throughline.transcript.source.Limits;

/**
 * Fuzz targets for the readers. The normal build runs them over their saved corpus; to search on:
 *
 * <pre>
 * JAZZER_FUZZ=1 mvn verify -Dit.test=ReadersFuzz#vtt -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class ReadersFuzz {

  @FuzzTest(maxDuration = "10m")
  void text(byte[] file) {
    ReadingLaws.hold(file, "text");
  }

  @FuzzTest(maxDuration = "10m")
  void vtt(byte[] file) {
    ReadingLaws.hold(after("WEBVTT\n\n", file), "vtt");
  }

  @FuzzTest(maxDuration = "10m")
  void json(byte[] file) {
    ReadingLaws.hold(file, "json");
  }

  /** The body of a Word document; the archive around it is whole. */
  @FuzzTest(maxDuration = "10m")
  void docx(byte[] body) {
    ReadingLaws.hold(Specimen.docx(new String(body, StandardCharsets.UTF_8)), "docx");
  }

  /** The archive itself. */
  @FuzzTest(maxDuration = "10m")
  void archive(byte[] file) {
    ReadingLaws.hold(after("PK\u0003\u0004", file), "archive");
  }

  private static byte[] after(String head, byte[] file) {
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[Math.min(start.length + file.length, Limits.FILE_BYTES)];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(file, 0, whole, start.length, whole.length - start.length);
    return whole;
  }
}
