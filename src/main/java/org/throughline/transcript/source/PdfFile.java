package org.throughline.transcript.source;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The printed lines of a PDF, top to bottom.
 *
 * <p>A PDF places letters on paper; what is read in which order is inferred from the places. The
 * importer therefore asks for a look at the turns before it keeps them. Nothing is written to a
 * disk on the way, and no font of the machine is looked at.
 */
final class PdfFile {

  private static final String FIX =
      "Save the transcript as DOCX or TXT from the program that made it.";

  static {
    FontMappers.set(new OneFont());
  }

  private PdfFile() {}

  static Lines read(byte[] bytes) throws UnreadableException {
    PdfStreams.check(bytes);
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > Limits.PDF_PAGES) {
        throw new UnreadableException(
            "the PDF has more than " + Limits.PDF_PAGES + " pages", "Split it into sessions.");
      }
      return lines(document);
    } catch (InvalidPasswordException e) {
      throw new UnreadableException("the PDF is protected by a password", FIX);
    } catch (IOException | RuntimeException e) {
      // The parser answers damage with whatever its state leads to.
      throw new UnreadableException("the PDF is damaged", FIX);
    }
  }

  private static Lines lines(PDDocument document) throws IOException, UnreadableException {
    LinesBuilder lines = new LinesBuilder("pdf");
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setLineSeparator("\n");
    boolean letters = false;
    int number = 1;
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      String text = stripper.getText(document).stripTrailing();
      letters |= !text.isBlank();
      // A form feed opens each further page, as in texts printed to a file.
      number = put(lines, number, page == 1 ? text : "\f" + text);
    }
    if (!letters) {
      throw new UnreadableException(
          "the PDF holds pictures of pages and no text",
          "Run a text recognition over it and check the result, or ask for the original file.");
    }
    return lines.build();
  }

  private static int put(LinesBuilder lines, int first, String text) throws UnreadableException {
    int number = first;
    for (String line : text.split("\n", -1)) {
      Paragraph paragraph = new Paragraph();
      paragraph.append(line, false);
      paragraph.flush(lines, number++, null);
    }
    return number;
  }
}
