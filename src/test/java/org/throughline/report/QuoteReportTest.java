package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.throughline.quote.QuoteList;

class QuoteReportTest {

  private static final QuoteList LIST =
      new QuoteList(
          "Shame",
          "emotion:shame",
          Instant.parse("2026-04-01T12:00:00Z"),
          "12",
          List.of(
              new QuoteList.Quote(
                  "Client A",
                  3,
                  "2026-01-10",
                  "0:00:10",
                  "client",
                  "felt *so* <b>ashamed",
                  List.of("emotion.shame"),
                  "s1 turn 1 [11, 26)"),
              new QuoteList.Quote(
                  "Client B", 1, "2026-01-02", "", "client", "small", List.of(), "s2 turn 0")));

  @Test
  void markdown_is_a_list_of_quotes_and_nothing_said_is_markup() {
    assertThat(Markdown.of(QuoteReport.of(LIST)))
        .isEqualTo(
            """
            # Shame

            Question: emotion:shame

            Turns that answer, among those the asker may see: 12; quoted here: 2. Made 2026-04-01T12:00:00Z.

            “felt \\*so\\* \\<b\\>ashamed”

            - Client A, session 3, 2026-01-10, at 0:00:10, client; emotion.shame (s1 turn 1 \\[11, 26))

            “small”

            - Client B, session 1, 2026-01-02, client (s2 turn 0)
            """);
  }

  @Test
  void docx_holds_the_same() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Docx.write(QuoteReport.of(LIST), out);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
          .contains(
              "“felt *so* <b>ashamed”",
              "•\u00a0Client B, session 1, 2026-01-02, client (s2 turn 0)");
    }
  }
}
