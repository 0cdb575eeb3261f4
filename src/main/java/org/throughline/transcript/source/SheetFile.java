package org.throughline.transcript.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Iterator;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * A spreadsheet's first filled sheet as a table; other sheets are set aside.
 *
 * <p>Read as a stream, so that memory does not grow with the sheet. A cell that Excel knows to be a
 * date is written {@code 2026-04-03}, so that it never has to be asked which is the month.
 */
final class SheetFile {

  private static final int ROWS = 100_000;
  private static final String FIX = "Save the table as CSV and upload that.";

  private final LinesBuilder lines = new LinesBuilder("xlsx");
  private int sheets;
  private int rows;

  private SheetFile() {}

  static Lines read(byte[] bytes) throws UnreadableException {
    SheetFile file = new SheetFile();
    try (OPCPackage archive = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      XSSFReader reader = new XSSFReader(archive);
      var strings = new ReadOnlySharedStringsTable(archive);
      Iterator<InputStream> sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(), null, strings, file.new Cells(), new IsoDates(), false));
          xml.parse(new InputSource(sheet));
        }
        file.sheets += file.rows > 0 ? 1 : 0;
      }
    } catch (Stop e) {
      throw e.reason;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | javax.xml.parsers.ParserConfigurationException
        | RuntimeException e) {
      throw new UnreadableException("the spreadsheet is damaged or protected", FIX);
    }
    return file.lines.build();
  }

  /** Carries a refusal through the parser, whose callbacks declare nothing. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient UnreadableException reason;

    Stop(UnreadableException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {

    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {
      rows++;
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
      if (reference == null || value == null || value.isEmpty()) {
        return;
      }
      CellReference at = new CellReference(reference);
      try {
        if (at.getCol() >= Limits.COLUMNS || at.getRow() >= ROWS) {
          throw new UnreadableException(
              "the sheet has more than " + Limits.COLUMNS + " columns or " + ROWS + " rows", FIX);
        }
        String text = value.replace("\r\n", "\n").replace('\r', '\n');
        if (sheets > 0) {
          lines.aside("another sheet", at.getRow() + 1, text);
        } else {
          lines.cell(new Line.Cell(0, at.getRow(), at.getCol()), at.getRow() + 1, text);
        }
      } catch (UnreadableException e) {
        throw new Stop(e);
      }
    }
  }

  private static final class IsoDates extends DataFormatter {
    @Override
    public String formatRawCellContents(
        double value, int formatIndex, String format, boolean use1904) {
      if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
        LocalDateTime date = DateUtil.getLocalDateTime(value, use1904);
        return date.toLocalDate().toString();
      }
      return super.formatRawCellContents(value, formatIndex, format, use1904);
    }
  }
}
