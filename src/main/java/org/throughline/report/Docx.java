package org.throughline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** A document as a Word file. */
public final class Docx {

  private static final int TITLE_POINTS = 18;
  private static final int HEADING_POINTS = 14;

  private Docx() {}

  /** Writes the file; the stream stays open. */
  public static void write(Document document, OutputStream out) throws IOException {
    try (var word = new XWPFDocument()) {
      heading(word, document.title(), TITLE_POINTS, 0);
      document.blocks().forEach(block -> add(word, block));
      word.write(out);
    }
  }

  private static void add(XWPFDocument word, Block block) {
    switch (block) {
      case Block.Heading heading -> heading(word, heading.text(), HEADING_POINTS, heading.level());
      case Block.Paragraph paragraph -> fill(word.createParagraph(), "", paragraph);
      case Block.Bullets bullets ->
          bullets.items().forEach(item -> fill(word.createParagraph(), "•\u00a0", item));
      case Block.Table table -> table(word, table);
    }
  }

  private static void heading(XWPFDocument word, String text, int points, int level) {
    XWPFParagraph paragraph = word.createParagraph();
    // The outline level makes it a heading for screen readers and the table of contents.
    paragraph.getCTP().addNewPPr().addNewOutlineLvl().setVal(java.math.BigInteger.valueOf(level));
    var run = paragraph.createRun();
    run.setBold(true);
    run.setFontSize(points);
    run.setText(text);
  }

  private static void table(XWPFDocument word, Block.Table table) {
    XWPFTable rows = word.createTable(table.rows().size() + 1, table.header().size());
    for (int column = 0; column < table.header().size(); column++) {
      var head = new Block.Paragraph(List.of(new Inline.Strong(table.header().get(column))));
      fill(paragraph(rows.getRow(0).getCell(column)), "", head);
      for (int row = 0; row < table.rows().size(); row++) {
        fill(
            paragraph(rows.getRow(row + 1).getCell(column)), "", table.rows().get(row).get(column));
      }
    }
    rows.getRow(0).setRepeatHeader(true);
  }

  private static XWPFParagraph paragraph(XWPFTableCell cell) {
    return cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().getFirst();
  }

  private static void fill(XWPFParagraph paragraph, String before, Block.Paragraph content) {
    if (!before.isEmpty()) {
      paragraph.createRun().setText(before);
    }
    for (Inline inline : content.content()) {
      var run = paragraph.createRun();
      run.setText(inline.plain());
      run.setBold(inline instanceof Inline.Strong);
    }
  }
}
