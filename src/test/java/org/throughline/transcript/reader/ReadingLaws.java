package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.transcript.Turn;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.ImportResult;

/** What holds for whatever is uploaded: it is refused, or every character is accounted for. */
final class ReadingLaws {

  private ReadingLaws() {}

  static void hold(byte[] file, String what) {
    ImportResult result;
    try {
      result = Reading.of(file);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(what, e);
    }
    if (result instanceof ImportResult.Refused) {
      return;
    }
    ImportReport report = Reading.report(result);
    List<Turn> turns = Reading.transcript(result).turns();
    assertThat(report.conservation().holds()).as(what + " " + report.conservation()).isTrue();
    assertThat(report.conservation().inTurns())
        .as(what)
        .isEqualTo(turns.stream().mapToLong(turn -> turn.text().length()).sum());
    assertThat(turns).as(what).noneMatch(turn -> turn.text().isEmpty());
    report.carriedOver().forEach(guess -> guess.span().of(turns.get(guess.turn()).text()));
    if (report.container().equals("text") && report.encoding().charset().equals("UTF-8")) {
      onlyTheSourcesOwnCharacters(new String(file, StandardCharsets.UTF_8), turns, what);
    }
  }

  /** No letter is in the turns more often than in the file. */
  private static void onlyTheSourcesOwnCharacters(String file, List<Turn> turns, String what) {
    Map<Integer, Integer> left = new HashMap<>();
    file.chars().forEach(c -> left.merge(c, 1, Integer::sum));
    String entities = file.contains("&") ? "&<>\"' " : " \n";
    for (Turn turn : turns) {
      for (int c : turn.text().chars().filter(c -> !Character.isWhitespace(c)).toArray()) {
        boolean decoded = entities.indexOf(c) >= 0 || c == '\u00A0' || file.contains("&#");
        assertThat(left.merge(c, -1, Integer::sum) >= 0 || decoded).as(what).isTrue();
      }
    }
  }
}
