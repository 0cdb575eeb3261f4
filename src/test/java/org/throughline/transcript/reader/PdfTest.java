package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.logging.LogFactory;
import org.apache.logging.log4j.LogManager;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.report.Question;

/** Printed transcripts: read, shown, and kept only once somebody has looked. */
class PdfTest {

  private static final Charset ASCII = StandardCharsets.US_ASCII;

  private static final List<List<String>> PAGES =
      List.of(
          List.of(
              "Session 4",
              "T: How was the week, since we spoke of the",
              "move?",
              "C: Heavy. I kept packing and unpacking the",
              "same box, and then I sat on it.",
              "Page 1"),
          List.of("Session 4", "T: On the box.", "C: Yes. I laughed, in the end.", "Page 2"));

  @Test
  void wrappedLinesAreOneTurnAndThePaperIsNoSpeech() throws IOException {
    ImportResult result = Reading.of(pdf(PAGES));

    assertThat(Reading.turns(result))
        .isEqualTo(
            """
            T (therapist): How was the week, since we spoke of the⏎move?
            C (client): Heavy. I kept packing and unpacking the⏎same box, and then I sat on it.
            T (therapist): On the box.
            C (client): Yes. I laughed, in the end.""");
    assertThat(Reading.dropped(result)).contains("Page 1", "Page 2", "Session 4");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }

  @Test
  void nothingIsKeptBeforeSomebodyLooked() throws IOException {
    byte[] pdf = pdf(PAGES);

    assertThat(Reading.of(pdf))
        .isInstanceOfSatisfying(
            ImportResult.NeedsMapping.class,
            asks ->
                assertThat(asks.questions())
                    .extracting(Question::kind)
                    .containsExactly(Question.Kind.PREVIEW));
    assertThat(TranscriptImporter.read(new Upload("a.pdf", pdf), Answers.NONE.withAccepted()))
        .isInstanceOf(ImportResult.Imported.class);
  }

  @Test
  void aColumnOfNamesAndAColumnOfWords() throws IOException {
    byte[] pdf =
        document(
            page -> {
              say(page, 60, 700, "Therapist:");
              say(page, 160, 700, "And your sister?");
              say(page, 60, 680, "Client:");
              say(page, 160, 680, "She rang me. I did not pick up,");
              say(page, 160, 665, "and then I did.");
            });

    assertThat(Reading.turns(Reading.of(pdf)))
        .isEqualTo(
            """
            Therapist (therapist): And your sister?
            Client (client): She rang me. I did not pick up,⏎and then I did.""");
  }

  @Test
  void picturesOfPagesHoldNoText() throws IOException {
    assertThat(refused(document(page -> {})).reason()).contains("pictures of pages");
  }

  @Test
  void aPasswordKeepsUsOut() throws IOException {
    try (PDDocument document = written(page -> say(page, 60, 700, "C: I was there."))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      assertThat(refused(saved(document)).reason()).contains("password");
    }
  }

  @Test
  void aPageThatUnpacksToFarTooMuchIsRefusedUnopened() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      var stream = document.getDocument().createCOSStream();
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 120; i++) {
          out.write(blanks);
        }
      }
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      assertThat(refused(saved(document)).reason()).contains("no transcript needs");
    }
  }

  /** Under a password nobody is asked for, the page's true size could not be seen from outside. */
  @Test
  void anEmptyPasswordIsAPasswordToo() throws IOException {
    try (PDDocument document = written(page -> say(page, 60, 700, "C: I was there."))) {
      document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      assertThat(refused(saved(document)).reason()).contains("password");
    }
  }

  @Test
  void namesInDisguiseAreRefused() {
    assertThat(refused("%PDF-1.4\n1 0 obj\n<< /#45ncrypt 2 0 R >>\nendobj\n").reason())
        .contains("password");
    String flate = "%PDF-1.4\n1 0 obj\n<< /Filter /Fl#61teDecode >>\nstream\nx\nendstream\n";
    assertThat(refused(flate).reason()).contains("no transcript needs");
  }

  /** What cannot be read of a client's file must not be read in a log either. */
  @Test
  void theLibrariesForDocumentsLogNothing() {
    assertThat(LogFactory.getLog(PDDocument.class).isFatalEnabled()).isFalse();
    assertThat(LogManager.getLogger("org.apache.poi.util.XMLHelper").isFatalEnabled()).isFalse();
  }

  @Test
  void moreStreamsThanPagesCouldHoldAreRefused() {
    String many = "%PDF-1.4\n" + "1 0 obj << >>\nstream\n".repeat(200_000);
    assertThat(refused(many).reason()).contains("no transcript needs");
  }

  /** A stream ends where its packing says, not where the word for it stands inside the data. */
  @Test
  void theWordForTheEndInsideTheDataHidesNothing() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater stored = new Deflater(Deflater.NO_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, stored)) {
      out.write("endstream\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      stored.setLevel(Deflater.BEST_COMPRESSION);
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 120; i++) {
        out.write(blanks);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".getBytes(ASCII));
    file.write(packed.toByteArray());
    file.write("\nendstream\nendobj\n".getBytes(ASCII));
    assertThat(refused(file.toByteArray()).reason()).contains("no transcript needs");
  }

  @Test
  void damageIsSaidSo() throws IOException {
    byte[] pdf = pdf(PAGES);
    assertThat(refused(java.util.Arrays.copyOf(pdf, 60)).reason()).contains("PDF");
    assertThat(refused("%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII)).reason())
        .contains("the PDF is damaged");
  }

  private static ImportResult.Refused refused(String file) {
    return refused(file.getBytes(ASCII));
  }

  private static ImportResult.Refused refused(byte[] bytes) {
    return (ImportResult.Refused) TranscriptImporter.read(new Upload("a", bytes), Map.of());
  }

  private interface Print {
    void on(PDPageContentStream page) throws IOException;
  }

  private static byte[] pdf(List<List<String>> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        add(
            document,
            page -> {
              float y = 740;
              for (String line : lines) {
                say(page, 60, y, line);
                y -= 16;
              }
            });
      }
      return saved(document);
    }
  }

  private static byte[] document(Print print) throws IOException {
    try (PDDocument document = written(print)) {
      return saved(document);
    }
  }

  private static PDDocument written(Print print) throws IOException {
    PDDocument document = new PDDocument();
    add(document, print);
    return document;
  }

  private static void add(PDDocument document, Print print) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      print.on(content);
    }
  }

  private static void say(PDPageContentStream page, float x, float y, String words)
      throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
    page.newLineAtOffset(x, y);
    page.showText(words);
    page.endText();
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
