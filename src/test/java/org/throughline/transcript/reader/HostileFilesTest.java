package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.report.ImportResult;

/** Files made to break the door, or broken by accident: each is refused, and says why. */
class HostileFilesTest {

  private static ImportResult.Refused refused(byte[] bytes) {
    return (ImportResult.Refused) Reading.of(bytes);
  }

  private static ImportResult.Refused refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void emptyFiles() {
    assertThat(refused("").reason()).isEqualTo("the file is empty");
    assertThat(refused("\uFEFF \r\n\t\n").reason()).isEqualTo("the file is empty");
  }

  @Test
  void moreThanTwentyFiveMegabytes() {
    assertThat(refused(new byte[26 << 20]).reason()).contains("26 MB");
  }

  @Test
  void binaryFiles() {
    byte[] bytes = new byte[50_000];
    new java.util.Random(7).nextBytes(bytes);
    assertThat(refused(bytes).reason()).isEqualTo("the file is not text");
    assertThat(refused("%PDF-1.7 and so on").reason()).contains("PDF");
  }

  @Test
  void unicodeThatIsNone() {
    byte[] broken = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xFF, 'b'};
    assertThat(refused(broken).line()).isEqualTo(2);
  }

  @Test
  void archivesThatUnpackToFarMore() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("word/document.xml", "<a>" + " ".repeat(40 << 20) + "</a>");
    assertThat(refused(Specimen.zip(parts)).reason()).contains("unpacks to far more");
  }

  @Test
  void archivesWithTooManyEntries() {
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < 501; i++) {
      parts.put("word/part" + i + ".xml", "<a/>");
    }
    assertThat(refused(Specimen.zip(parts)).reason()).contains("too many entries");
  }

  @Test
  void archivesThatPointOutside() {
    for (String name :
        new String[] {"../evil.txt", "word/../../evil", "/etc/x", "C:\\x", "a\\..\\b"}) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("word/document.xml", "<a/>");
      parts.put(name, "x");
      assertThat(refused(Specimen.zip(parts)).reason()).as(name).contains("path outside");
    }
  }

  @Test
  void archivesThatAreNoDocuments() throws IOException {
    assertThat(refused(Specimen.zip(Map.of("a.txt", "T: x"))).reason()).contains("no document");
    byte[] whole = Specimen.docx("<w:p/>");
    assertThat(refused(java.util.Arrays.copyOf(whole, whole.length / 3)).reason()).isNotEmpty();
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("empty/"));
    }
    assertThat(refused(bytes.toByteArray()).reason()).contains("no document");
  }

  @Test
  void documentTypes() {
    String bomb =
        """
        <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c SYSTEM "file:///etc/passwd">]>
        <ANNOTATION_DOCUMENT>&b;&c;</ANNOTATION_DOCUMENT>""";
    assertThat(refused(bomb).reason()).contains("document type");
    assertThat(refused(Specimen.zip(Map.of("word/document.xml", bomb))).reason())
        .contains("document type");
    String unused = "<?xml version=\"1.0\"?><!DOCTYPE a><ANNOTATION_DOCUMENT/>";
    assertThat(refused(unused).reason()).contains("document type");
  }

  @Test
  void deepNesting() {
    assertThat(refused("<?xml version=\"1.0\"?>" + "<a>".repeat(100_000)).reason())
        .contains("nested too deeply");
    assertThat(refused("[".repeat(100_000)).reason()).contains("not valid JSON, or passes a limit");
    assertThat(refused("{\\rtf1" + "{".repeat(100_000)).reason()).contains("RTF");
    assertThat(
            refused(
                    Specimen.docx(
                        "<w:tbl><w:tr><w:tc>".repeat(2_000)
                            + "</w:tc></w:tr></w:tbl>".repeat(2_000)))
                .reason())
        .contains("nested too deeply");
  }

  @Test
  void endlessLinesAndCues() {
    assertThat(refused("T: " + "word ".repeat(100_000)).reason()).contains("characters");
    assertThat(refused("WEBVTT\n\n00:01.000 --> 00:02.000\nA: " + "x".repeat(10_000)).line())
        .isEqualTo(4);
    assertThat(refused("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nx\n\n".repeat(200_001)).reason())
        .contains("cues");
    assertThat(refused("a\n".repeat(1_000_001)).reason()).contains("lines");
    assertThat(refused(",".repeat(2_000_000) + "\na,b").reason()).contains("characters");
    String row = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z\n";
    assertThat(refused(row.repeat(60_000)).reason()).contains("lines");
  }

  @Test
  void brokenJson() {
    assertThat(refused("{\"turns\":[\n{\"text\":\"secret words\"},\n{]}").line()).isEqualTo(3);
    assertThat(refused("{\"turns\":[\n{\"text\":\"secret words\"},\n{]}").reason())
        .doesNotContain("secret");
    assertThat(refused("{\"a\":1}").reason()).contains("no known transcript layout");
    assertThat(refused("{\"turns\":[]}").reason()).isNotEmpty();
    assertThat(refused("{\"a\":\"" + "x".repeat(2 << 20) + "\"}").reason()).contains("limit");
  }

  /** Shapes at which a careless pattern takes time that grows with the square of the file. */
  @Test
  void shapesThatInviteBacktracking() {
    for (String unit :
        new String[] {
          "&", "<", "[", "(", "-->", "#00:", "00:", " ", "\t", "a:", "\"", "{", "\\", "T: [", "@",
          "*", "\f", "1", ".", "<v", ">>", "A  0:", "\u0015"
        }) {
      String line = unit.repeat(8_000 / unit.length());
      String text = (line + "\n").repeat(100);
      assertThat(Reading.of(text)).isNotNull();
      assertThat(
              Reading.of(
                  "WEBVTT\n\n"
                      + ("00:01.000 --> 00:02.000\n"
                              + line.substring(0, 7000 / unit.length() * unit.length())
                              + "\n\n")
                          .repeat(100)))
          .isNotNull();
      assertThat(Reading.of("T: hello\n" + ("C: " + line + "\n").repeat(100))).isNotNull();
    }
  }
}
