package org.throughline.transcript.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.transcript.Upload;

class CheckInFileTest {

  private static CheckInResult.Read read(String table) {
    return read(table, StandardCharsets.UTF_8);
  }

  private static CheckInResult.Read read(String table, Charset charset) {
    return (CheckInResult.Read)
        CheckInFile.read(new Upload("check-ins.csv", table.getBytes(charset)), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsAnyDelimiter(String delimiter) {
    String table =
        "client,date,kind,prompt,text\n007,2026-02-06,one-word,One word?,\"\"\"so\"\" tired\nreally\"\n";
    var read = read(table.replace(",", delimiter));
    assertThat(read.checkIns())
        .containsExactly(
            new CheckIn(
                "007",
                LocalDate.of(2026, 2, 6),
                "one-word",
                "One word?",
                "\"so\" tired\nreally",
                2));
    assertThat(read.questions()).isEmpty();
  }

  @Test
  void readsWhatExcelSaves() {
    String table = "Client;Datum;Antwort\r\n07;6.2.2026;stück\r\n";
    assertThat(read("\uFEFF" + table, StandardCharsets.UTF_16LE).checkIns().getFirst())
        .isEqualTo(new CheckIn("07", LocalDate.of(2026, 2, 6), null, null, "stück", 2));
  }

  @Test
  void asksWhetherTheDayOrTheMonthComesFirst() {
    String table = "client,date,text\na,03/04/2026,one\na,05/04/2026,two\n";
    var read = read(table);
    assertThat(read.questions()).hasSize(1);
    assertThat(read.checkIns()).extracting(CheckIn::text).containsExactly("one", "two");
    assertThat(read.checkIns()).extracting(CheckIn::date).containsOnlyNulls();
    var answered =
        (CheckInResult.Read)
            CheckInFile.read(
                new Upload("x", table.getBytes(StandardCharsets.UTF_8)), DateOrder.MONTH_FIRST);
    assertThat(answered.checkIns().getFirst().date()).isEqualTo(LocalDate.of(2026, 3, 4));
  }

  @Test
  void anotherDateOfTheFileDecides() {
    var read = read("client,date,text\na,03/04/2026,one\na,25/04/2026,two\n");
    assertThat(read.questions()).isEmpty();
    assertThat(read.checkIns().getFirst().date()).isEqualTo(LocalDate.of(2026, 4, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maple", "quartz"})
  void readsTheSamples(String client) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("sample-transcripts", client, "check-ins.csv"));
    var read = (CheckInResult.Read) CheckInFile.read(new Upload("check-ins.csv", bytes), null);
    assertThat(read.questions()).isEmpty();
    assertThat(read.notes()).isEmpty();
    assertThat(read.checkIns()).hasSizeGreaterThan(10).allMatch(c -> client.equals(c.client()));
    assertThat(read.checkIns()).noneMatch(c -> c.date() == null);
  }
}
