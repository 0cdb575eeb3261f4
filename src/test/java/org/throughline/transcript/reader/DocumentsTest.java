package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Upload;
import org.throughline.transcript.checkin.CheckIn;
import org.throughline.transcript.checkin.CheckInFile;
import org.throughline.transcript.checkin.CheckInResult;

/** Documents as other programs write them: Word's own library, LibreOffice's layout, Excel. */
class DocumentsTest {

  @Test
  void readsAWordDocumentOfAnotherWriter() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document
          .createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("Confidential");
      paragraph(document, "T:", " How was the week?");
      paragraph(document, "C:", " Long.");
      document.createFootnotes();
      document.write(bytes);
    }
    var result = Reading.of(bytes.toByteArray());
    assertThat(Reading.turns(result))
        .isEqualTo("T (therapist): How was the week?\nC (client): Long.");
    assertThat(Reading.dropped(result)).contains("page header or footer: Confidential");
  }

  private static void paragraph(XWPFDocument document, String bold, String words) {
    XWPFParagraph paragraph = document.createParagraph();
    XWPFRun label = paragraph.createRun();
    label.setBold(true);
    label.setText(bold);
    paragraph.createRun().setText(words);
  }

  private static final String ODT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="tb">
      <office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
      <office:body><office:text>
      <text:tracked-changes><text:changed-region><text:deletion><text:p>never said</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:h>Session 5</text:h>
      <text:p><text:span text:style-name="T1">T:</text:span><text:s text:c="2"/>How was<office:annotation><text:p>slower</text:p></office:annotation> the
         week?</text:p>
      <text:p>C:<text:tab/>Long.<text:line-break/>I slept.<text:note><text:note-body><text:p>where?</text:p></text:note-body></text:note></text:p>
      </office:text></office:body></office:document-content>""";

  @Test
  void readsAnOpenDocument() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("content.xml", ODT);
    parts.put("styles.xml", "<s><p>Page 1</p></s>");
    var result = Reading.of(Specimen.zip(parts));
    assertThat(Reading.turns(result))
        .isEqualTo("T (therapist): How was the week?\nC (client): Long.⏎I slept.");
    assertThat(Reading.dropped(result))
        .isEqualTo(
            """
            heading: Session 5
            deleted by a tracked change: never said
            comment in the margin: slower
            footnote: where?
            page header or footer: Page 1""");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }

  private static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
      var sheet = workbook.createSheet("Check-ins");
      Row head = sheet.createRow(0);
      String[] headings = {"Client", "Date", "Question", "Answer"};
      for (int i = 0; i < headings.length; i++) {
        head.createCell(i).setCellValue(headings[i]);
      }
      Row row = sheet.createRow(2);
      row.createCell(0).setCellValue("007");
      row.createCell(1).setCellValue(LocalDate.of(2026, 4, 3));
      row.getCell(1).setCellStyle(date);
      row.createCell(3).setCellValue("tired\nbut here");
      workbook.createSheet("Other").createRow(0).createCell(0).setCellValue("beside");
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsASpreadsheetWhoseDatesAreDates() throws IOException {
    var read = (CheckInResult.Read) CheckInFile.read(new Upload("x.xlsx", workbook()), null);
    assertThat(read.checkIns())
        .containsExactly(
            new CheckIn("007", LocalDate.of(2026, 4, 3), null, null, "tired\nbut here", 3));
    var result = Reading.of(workbook());
    assertThat(Reading.turns(result)).isEqualTo("007 (client): tired⏎but here");
    assertThat(Reading.dropped(result)).contains("another sheet: beside");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }

  @Test
  void readsASpreadsheetOfTurns() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet();
      String[][] rows = {
        {"Zeit", "Sprecher", "Inhalt"}, {"0:00:02", "T", "Hello."}, {"0:00:05", "C", "Hi."}
      };
      for (int r = 0; r < rows.length; r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < 3; c++) {
          row.createCell(c).setCellValue(rows[r][c]);
        }
      }
      workbook.write(bytes);
    }
    assertThat(Reading.turns(Reading.of(bytes.toByteArray())))
        .isEqualTo("T (therapist) @2000: Hello.\nC (client) @5000: Hi.");
  }
}
