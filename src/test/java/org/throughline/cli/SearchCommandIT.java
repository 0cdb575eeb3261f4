package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.Practice;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import tools.jackson.databind.json.JsonMapper;

/** Search as somebody types it. */
class SearchCommandIT {

  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran search(String... arguments) {
    List<String> all = new ArrayList<>(List.of("search"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("practice").toString()));
    all.addAll(List.of("--codebooks", Practice.CODEBOOKS.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Throughline.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @BeforeEach
  void aSession() throws Exception {
    try (Desk desk = Practice.open(folder.resolve("practice"))) {
      String client = desk.addClient(Practice.ME, "Otter", List.of(), null).id();
      Instant from = Instant.parse("2026-01-01T00:00:00Z");
      desk.recordConsent(Practice.ME, client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(from));
      var file =
          new TranscriptFile(
              new Upload("a.txt", Practice.TRANSCRIPT.getBytes(StandardCharsets.UTF_8)),
              LocalDate.of(2026, 1, 12),
              1,
              Map.of("T", Role.THERAPIST, "C", Role.CLIENT),
              true,
              null);
      assertThat(desk.receive(Practice.ME, client, file, null)).isInstanceOf(Received.Kept.class);
    }
  }

  @Test
  void linesStandUnderOneAnother() {
    assertThat(search("\"i was\"", "--kwic", "--sort", "right").out().lines())
        .containsExactly(
            "2026-01-12   1  " + " ".repeat(34) + "Long. [I was] scared on Monday, in the lift.",
            "2026-01-12   1  "
                + " ".repeat(23)
                + "Then it went on. [I was] so happy I bought everybody a bun.",
            "2 lines");
  }

  @Test
  void turnsAreCountedApart() {
    assertThat(search("code:emotion", "--group-by", "code,month").out())
        .contains("by code", "       1  emotion.fear", "by month", "       2  2026-01", "2 turns");
  }

  @Test
  void aSampleIsDrawnAgainByItsSeed() {
    String drawn = search("--sample", "3", "--seed", "5", "--json").out();
    assertThat(JsonMapper.shared().readTree(drawn).get("items").size()).isEqualTo(3);
    assertThat(search("--sample", "3", "--seed", "5", "--json").out()).isEqualTo(drawn);
  }

  @Test
  void aListIsWrittenFromThoseWhoAgreedAlone() throws Exception {
    Path list = folder.resolve("list.csv");
    assertThat(search("lift", "--export", list.toString()).out())
        .contains("0 quotes in", "left out, for want of consent", "2 turns");
    assertThat(Files.readString(list)).doesNotContain("Otter");
    assertThat(search("lift", "--export", folder.resolve("list.exe").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void aQuestionThatCannotBeReadIsToldItsColumn() {
    Ran wrong = search("lift", "speaker:aunt");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("column 14: a speaker is client, therapist");
    assertThat(search("lift", "--kwic", "--sample", "3").code()).isEqualTo(2);
  }

  @Test
  void whatASearchFindsIsCodedInOneGoAndTakenBackInOneGo() {
    Ran marked = run("mark", "quotes", "emotion.fear", "lift", "--why", "said so");
    assertThat(marked.out()).containsPattern("batch [0-9a-f-]+: 2 places coded emotion.fear");
    assertThat(search("code:emotion.fear lift status:confirmed").out()).contains("2 turns");
    String batch = marked.out().substring("batch ".length(), marked.out().indexOf(':'));
    assertThat(run("mark", "undo", batch).out()).contains("taken back: 2 codings");
    assertThat(search("code:emotion.fear lift status:confirmed").out()).contains("0 turns");
    assertThat(run("mark", "quotes", "emotion.none", "lift").code()).isEqualTo(2);
  }

  @Test
  void aSearchKeptUnderANameIsAskedAgain() {
    assertThat(run("saved", "keep", "lifts", "lift").out()).contains("kept: lifts  lift");
    assertThat(run("saved", "list").out()).contains("lifts  lift");
    assertThat(run("saved", "run", "lifts").out()).isEqualTo(search("lift").out());
    assertThat(run("saved", "keep", "broken", "speaker:aunt").err()).contains("column");
    assertThat(run("saved", "forget", "lifts").code()).isZero();
    assertThat(run("saved", "run", "lifts").err()).contains("saved list");
  }

  @Test
  void besideARunningServerItSaysWhoHasTheData() throws Exception {
    try (Desk running =
        Desk.open(new DeskSettings(folder.resolve("practice"), Practice.CODEBOOKS))) {
      running.settle();
      Ran second = search("lift");
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.err())
          .contains("another Throughline (process " + ProcessHandle.current().pid() + ")")
          .contains("or stop it first");
    }
    assertThat(search("lift").code()).isZero();
  }

  @Test
  void wordingsAreFoundByTheirMeaningWhereThatIsSwitchedOn() {
    assertThat(search("--like", "afraid in the elevator").err()).contains("--likeness");
    Ran like = search("--like", "afraid in the elevator", "--likeness", "--limit", "1");
    assertThat(like.out()).contains("found by likeness", "I was scared on Monday, in the lift.");
  }
}
