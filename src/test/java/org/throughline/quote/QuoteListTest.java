package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteListTest {

  private static final Instant MADE = Instant.parse("2026-04-01T12:00:00Z");

  private static QuoteList list(String... written) throws IOException {
    try (Shelf shelf = new Shelf().put("s1", "ann", 3, "2026-01-10", written)) {
      return QuoteList.of(
          "Shame", "emotion:shame", MADE, shelf.search("emotion:shame"), id -> "Client A");
    }
  }

  private static String csv(QuoteList list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    QuoteCsv.write(list, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csv_carries_the_words_and_their_place() throws IOException {
    QuoteList list =
        list(
            "T: Well?",
            "C: I, \"well\", [felt so ashamed]{emotion.shame!} and [bad]{emotion.guilt}.");

    assertThat(csv(list))
        .isEqualTo(
            "client,session,date,time,speaker,words,codes,source\r\n"
                + "Client A,3,2026-01-10,0:00:10,client,felt so ashamed,"
                + "emotion.shame emotion.guilt?,\"s1 turn 1 [11, 26)\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"})
  void no_cell_is_a_formula(String said) throws IOException {
    QuoteList.Quote quote =
        new QuoteList.Quote(said, 1, "2026-01-01", "", "client", said, List.of(), "s");
    QuoteList list = new QuoteList("t", "q", MADE, "1", List.of(quote));

    CSVRecord row = CSVFormat.RFC4180.parse(new StringReader(csv(list))).getRecords().get(1);
    assertThat(row.get(0)).isEqualTo("'" + said);
    assertThat(row.get(5)).isEqualTo("'" + said);
  }

  @Test
  void a_quote_is_cut_after_fifty_words() {
    String fifty = String.join(" ", Collections.nCopies(50, "word"));
    assertThat(QuoteList.cut(fifty)).isEqualTo(fifty);
    assertThat(QuoteList.cut(fifty + " more")).isEqualTo(fifty + " …");
  }

  @Test
  void printing_shows_no_words() throws IOException {
    QuoteList list = list("C: I [felt small]{emotion.shame}.");
    assertThat(list + " " + list.quotes()).doesNotContain("small");
  }
}
