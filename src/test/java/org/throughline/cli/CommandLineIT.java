package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.BadFiles;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as somebody types them. */
class CommandLineIT {

  @TempDir Path folder;

  /** What a command did. */
  private record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  private static Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Throughline.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran here(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("practice").toString()));
    all.addAll(List.of("--codebooks", Practice.CODEBOOKS.toString()));
    return run(all.toArray(String[]::new));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private void aConsentingClient() {
    assertThat(here("client", "add", "Otter", "--problem", "the lift").code()).isZero();
    assertThat(here("consent", "Otter", "treatment_analysis", "granted").code()).isZero();
  }

  @Test
  void aTranscriptGoesInAndATrajectoryComesOut() throws Exception {
    aConsentingClient();
    Path transcript = Files.writeString(folder.resolve("2026-01-12.txt"), Practice.TRANSCRIPT);

    Ran kept =
        here(
            "import",
            "--client",
            "Otter",
            "--speaker",
            "T=therapist",
            "--speaker",
            "C=client",
            transcript.toString());
    assertThat(kept.err()).isEmpty();
    assertThat(kept.out()).contains("kept with 2 codings", "8 turns");
    assertThat(kept.code()).isZero();

    Ran course = here("trajectory", "Otter", "--json");
    assertThat(course.json().at("/meetings/0/codes/emotion.fear").intValue()).isEqualTo(1);
    try (Desk desk = Practice.open(folder.resolve("practice"))) {
      var view = desk.course(Practice.ME, course.json().at("/client").stringValue()).view();
      assertThat(course.json())
          .isEqualTo(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(view)));
    }

    assertThat(here("trajectory", "Otter").out()).contains("Painful feelings named");
    assertThat(here("search", "scared").out()).contains("I was [scared] on Monday", "1 turn");
    assertThat(here("search", "--code", "emotion", "--json").json().at("/count").stringValue())
        .isEqualTo("2");
    assertThat(here("reindex").code()).isZero();
    assertThat(here("search", "scared").out()).contains("1 turn");
  }

  @Test
  void aReportIsWrittenAndLaterCheckedAgainstTheRecord() throws Exception {
    aConsentingClient();
    Path transcript = Files.writeString(folder.resolve("2026-01-12.txt"), Practice.TRANSCRIPT);
    importing(transcript);

    assertThat(here("report", "session-note", "Otter").out())
        .contains("# Qualitative indicators: Otter, session 1, 2026-01-12");
    Path note = folder.resolve("note.docx");
    Ran written =
        here("report", "session-note", "Otter", "--format", "docx", "--output", note.toString());
    assertThat(written.err()).isEmpty();
    assertThat(Files.readAllBytes(note)).startsWith('P', 'K');
    String manifest = folder.resolve("note.docx.manifest.json").toString();
    assertThat(Files.readString(Path.of(manifest))).doesNotContain("scared");
    Ran holds = here("report", "verify", manifest, "Otter");
    assertThat(holds.out()).contains("the report holds");
    assertThat(holds.code()).isZero();

    importing(
        Files.writeString(
            folder.resolve("2026-01-19.txt"),
            Practice.TRANSCRIPT.replace("four buns", "five buns")));
    Ran changed = here("report", "verify", manifest, "Otter");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("was not there when the report was made");

    assertThat(here("report", "verify", transcript.toString(), "Otter").code()).isEqualTo(2);
    assertThat(here("report", "session-note", "Otter", "--format", "docx").code()).isEqualTo(2);
    assertThat(here("report", "supervision-snapshot", "Otter").err())
        .contains("has not consented to");
    assertThat(here("report").code()).isEqualTo(2);
  }

  private void importing(Path transcript) {
    String[] arguments = {
      "import",
      "--client",
      "Otter",
      "--speaker",
      "T=therapist",
      "--speaker",
      "C=client",
      "--keep-both"
    };
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(transcript.toString());
    assertThat(here(all.toArray(String[]::new)).code()).isZero();
  }

  @Test
  void scoresAndWordsAreWrittenDownShownAndTakenBack() {
    aConsentingClient();
    Ran kept = here("measure", "score", "Otter", "phq9", "14", "--date", "2026-01-12");
    assertThat(kept.err()).isEmpty();
    String id = kept.out().replace("Written down as ", "").strip().replaceAll("\\.$", "");
    assertThat(here("measure", "show", "Otter").out()).contains("phq9", "14");

    assertThat(here("measure", "score", "Otter", "phq9", "99").code()).isEqualTo(2);
    Ran unknown = here("measure", "score", "Otter", "tea-leaves", "3");
    assertThat(unknown.code()).isEqualTo(2);
    Ran broken = here("measure", "add", "Otter", "{\"kind\":\"one_word\",\"word\":\"secret");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).doesNotContain("secret");

    assertThat(here("measure", "withdraw", "Otter", id, "--reason", "typed wrongly").code())
        .isZero();
    assertThat(here("measure", "show", "Otter").out()).doesNotContain("phq9");
  }

  @Test
  void aProblemIsNamedAndAPassageLinkedAndStaged() throws Exception {
    aConsentingClient();
    importing(Files.writeString(folder.resolve("2026-01-12.txt"), Practice.TRANSCRIPT));
    Desk desk = Practice.open(folder.resolve("practice"));
    String session;
    try {
      session =
          desk.sessions(Practice.ME, desk.clients(Practice.ME).getFirst().id()).getFirst().id();
    } finally {
      desk.close();
    }
    Ran named = here("problem", "name", "Otter", "being stuck in the lift");
    assertThat(named.err()).isEmpty();
    String problem = named.out().split("  ", -1)[0];

    Ran linked = here("problem", "link", "Otter", problem, session, "1", "6", "18", "--stage", "2");
    assertThat(linked.out()).contains("session 1, turn 1: stage 2.0 “I was scared”");
    assertThat(here("problem", "list", "Otter").out()).contains("being stuck in the lift");
    assertThat(here("problem", "link", "Otter", problem, session, "1", "6", "9999").code())
        .isEqualTo(2);
    assertThat(here("problem", "link", "Otter", "nothing", session, "1", "6", "18").code())
        .isEqualTo(2);
  }

  @Test
  void aMissedSessionIsWrittenDownOnce() {
    aConsentingClient();
    Ran kept = here("client", "missed", "Otter", "2026-01-19", "--reason", "a burst pipe");
    assertThat(kept.err()).isEmpty();
    assertThat(kept.out()).contains("2026-01-19 is down as missed");
    Ran again = here("client", "missed", "Otter", "2026-01-19");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("already").doesNotContain("pipe");
    assertThat(here("client", "missed", "Otter", "soon").code()).isEqualTo(2);
  }

  @Test
  void withoutConsentNothingIsKept() throws Exception {
    assertThat(here("client", "add", "Otter").code()).isZero();
    Path transcript = Files.writeString(folder.resolve("2026-01-12.txt"), Practice.TRANSCRIPT);
    Ran refused = here("import", "--client", "Otter", transcript.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("has not consented to treatment_analysis");
    assertThat(here("client", "list", "--json").json().at("/items/0/sessions").intValue()).isZero();
  }

  @Test
  void badFilesAreRefusedWithAReasonAndARemedyAndExitCode2() throws Exception {
    aConsentingClient();
    for (Map.Entry<String, byte[]> bad : BadFiles.small().entrySet()) {
      Path path = file(bad.getKey() + ".txt", bad.getValue());
      Ran refused = here("import", "--client", "Otter", "--date", "2026-01-12", path.toString());
      assertThat(refused.code()).as(bad.getKey()).isEqualTo(2);
      assertThat(refused.err())
          .as(bad.getKey())
          .contains(path.toString())
          .doesNotContain("canary")
          .doesNotContain("a bug");
    }
    Path huge = file("huge.txt", BadFiles.huge());
    Ran refused = here("import", "--client", "Otter", "--date", "2026-01-12", huge.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("25 MiB");
    assertThat(here("client", "list", "--json").json().at("/items/0/sessions").intValue()).isZero();
  }

  @Test
  void aDryRunReportsAndKeepsNothing() throws Exception {
    Path transcript = Files.writeString(folder.resolve("session.txt"), Practice.TRANSCRIPT);
    Path strangers = file("strangers.txt", BadFiles.small("unknown-speakers"));
    Ran asked = run("import", "--dry-run", strangers.toString());
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.err()).contains("Who is behind this label?");
    Ran read =
        run(
            "import",
            "--dry-run",
            "--json",
            "--speaker",
            "T=therapist",
            "--speaker",
            "C=client",
            transcript.toString());
    assertThat(read.code()).isZero();
    assertThat(read.json().at("/report/conservation/holds").booleanValue()).isTrue();
    assertThat(folder.resolve("practice")).doesNotExist();
  }

  @Test
  void wrongUsageIsExitCode2AndSaysWhatWouldBeRight() {
    assertThat(run("dance").code()).isEqualTo(2);
    assertThat(run("code").code()).isEqualTo(2);
    assertThat(run("import").err()).contains("Usage:");
    assertThat(here("trajectory", "Nobody").err()).contains("client list");
    assertThat(here("trajectory", "Nobody").code()).isEqualTo(2);
    assertThat(here("import", "--client", "Nobody", "missing.txt").code()).isEqualTo(2);
    assertThat(run("import", "--dry-run", "missing.txt").err()).contains("no file missing.txt");
  }

  @Test
  void textsAreCodedWithoutBeingKept() throws Exception {
    Path items = folder.resolve("items.jsonl");
    Path codings = folder.resolve("codings.jsonl");
    Files.writeString(
        items,
        """
        {"id":"a","text":"I was scared.","speaker":"client","gold":"ignored"}

        {"id":"b","text":"I was scared.","speaker":"therapist"}
        {"id":"c","text":"So scared.","previous":"Were you scared?"}
        """);
    Ran ran =
        run(
            "code",
            "--input",
            items.toString(),
            "--output",
            codings.toString(),
            "--codebooks",
            Practice.CODEBOOKS.toString());
    assertThat(ran.err()).isEmpty();
    List<JsonNode> lines =
        Files.readAllLines(codings).stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).extracting(line -> line.get("id").stringValue()).containsExactly("a", "c");
    JsonNode first = lines.getFirst();
    assertThat(first.get("start").intValue()).isEqualTo(6);
    assertThat(first.get("end").intValue()).isEqualTo(12);
    assertThat(first.get("quote").stringValue()).isEqualTo("scared");
    assertThat(first.get("cue").stringValue()).isEqualTo("emotion.fear/adjectives");
    assertThat(first.at("/attributes/experiencer").stringValue()).isEqualTo("self");
  }

  @Test
  void aBrokenItemIsNamedByLineAndLeavesTheOldOutputAlone() throws Exception {
    Path items = folder.resolve("items.jsonl");
    Path codings = Files.writeString(folder.resolve("codings.jsonl"), "as it was\n");
    Files.writeString(items, "{\"id\":\"a\",\"text\":\"I was scared.\"}\n{\"id\":\"canary\n");
    Ran ran =
        run(
            "code",
            "--input",
            items.toString(),
            "--output",
            codings.toString(),
            "--codebooks",
            Practice.CODEBOOKS.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("items.jsonl:2:").doesNotContain("canary");
    assertThat(codings).hasContent("as it was");
    assertThat(folder.resolve("codings.jsonl.part")).doesNotExist();
  }

  @Test
  void aCodebookIsCheckedAgainstItsOwnExamples() throws Exception {
    Path good = Practice.CODEBOOKS.resolve("emotion.yaml");
    assertThat(run("codebook", "check", good.toString()).out()).contains("0 problems");
    Path bad = folder.resolve("emotion.yaml");
    Files.writeString(bad, Files.readString(good).replace("I walked home.", "I am glad."));
    Ran checked = run("codebook", "check", bad.toString());
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out()).contains("falls on \"glad\" in the near miss");
    Ran diff = run("codebook", "diff", good.toString(), bad.toString());
    assertThat(diff.code()).isZero();
    Ran on = run("codebook", "diff", good.toString(), good.toString(), "--on", folder.toString());
    assertThat(on.code()).isEqualTo(2);
    assertThat(on.err()).contains("holds no transcript");
    Files.writeString(folder.resolve("one.txt"), Practice.TRANSCRIPT);
    assertThat(
            run("codebook", "diff", good.toString(), good.toString(), "--on", folder.toString())
                .out())
        .contains("No coding would change.");

    Path broken = Files.writeString(folder.resolve("x.yaml"), "codebook: x\n  - [");
    assertThat(run("codebook", "check", broken.toString()).code()).isEqualTo(2);
  }

  @Test
  void aWordListBecomesADraftThatTheCheckSendsBack() throws Exception {
    Path list = Files.writeString(folder.resolve("old.dic"), "%\n1 joy\n%\nglad 1\ngleeful* 1\n");
    Path draft = folder.resolve("mine.yaml");

    Ran drafted =
        run("codebook", "import", list.toString(), "--id", "mine", "--output", draft.toString());
    assertThat(drafted.code()).as(drafted.err()).isZero();
    Ran checked = run("codebook", "check", draft.toString());
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out()).containsPattern("mine.yaml:\\d+: mine.joy has no near miss");

    assertThat(
            run("codebook", "import", list.toString(), "--id", "mine", "--output", draft.toString())
                .err())
        .contains("exists already");
    Path bad = Files.writeString(folder.resolve("bad.dic"), "%\n1 joy\n%\nglad 7\n");
    assertThat(run("codebook", "import", bad.toString(), "--id", "mine").err())
        .contains("bad.dic:4:");
  }
}
