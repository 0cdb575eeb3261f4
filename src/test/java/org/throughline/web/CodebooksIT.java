package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.Engine;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.json.JsonMapper;

/** A codebook is tried out, changed while the server runs, and found again as it was. */
class CodebooksIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice(CodebooksIT::open);

  private Path file;
  private Api ada;

  /** With a codebook that may be changed. */
  private static Desk open(Path folder) throws IOException {
    Path codebooks = Files.createDirectories(folder.resolve("codebooks"));
    Files.copy(Practice.CODEBOOKS.resolve("emotion.yaml"), codebooks.resolve("emotion.yaml"));
    return Desk.open(
        new DeskSettings(folder.resolve("practice"), codebooks), Engine.load(codebooks));
  }

  @BeforeEach
  void logIn() throws Exception {
    file = practice.folder().resolve("codebooks").resolve("emotion.yaml");
    ada = practice.clinician();
  }

  @Test
  void aChangeIsTriedOutOnTheCallersOwnSessionsAndThenCountsForNewOnes() throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    ada.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    assertThat(ada.upload(client, Practice.TRANSCRIPT, "2026-01-12").status()).isEqualTo(201);
    String before = text("/codebooks/emotion/source");
    String after = before.replace("version: 0.0.1", "version: 1.1.0").replace("scared", "four");

    Answer check = ada.post("/codebooks/emotion/check", source(after));
    assertThat(check.json().at("/problems")).as(check.json().toString()).isEmpty();
    Answer preview = ada.post("/codebooks/emotion/preview", source(after));
    assertThat(preview.json().at("/sessions").intValue()).isEqualTo(1);
    assertThat(preview.json().at("/changes").toString())
        .contains("\"appears\":true", "\"quote\":\"four\"", "\"quote\":\"scared\"");
    assertThat(
            practice.clinician().post("/codebooks/emotion/preview", source(after)).json().at("/of"))
        .as("another clinician's sessions are none of ours")
        .hasToString("0");

    Answer saved = ada.put("/codebooks/emotion", source(after));
    assertThat(saved.text("version")).isEqualTo("1.1.0");
    assertThat(Files.readString(file)).isEqualTo(after);
    Answer kept =
        ada.upload(
            client,
            Practice.TRANSCRIPT.getBytes(StandardCharsets.UTF_8),
            Map.of("date", "2026-01-19", "keepBoth", "true"));
    String session = kept.text("session/id");
    assertThat(ada.get("/sessions/" + session).json().at("/codings").toString())
        .contains("\"quote\":\"four\"", "emotion 1.1.0")
        .doesNotContain("\"quote\":\"scared\"");

    Answer versions = ada.get("/codebooks/emotion/versions");
    assertThat(versions.json().at("/items")).hasSize(2);
    assertThat(versions.text("items/0/version")).isEqualTo("1.1.0");
    String old = versions.text("items/1/hash");
    assertThat(text("/codebooks/emotion/versions/" + old)).isEqualTo(before);
  }

  @Test
  void aBrokenTextIsRefusedWithEveryLineAndNothingChanges() throws Exception {
    String before = text("/codebooks/emotion/source");
    String broken = before.replace("version: 0.0.1", "version: 1.1.0\nunit: sideways\ncolour: red");
    Answer refused = ada.put("/codebooks/emotion", source(broken));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("detail")).containsPattern("emotion.yaml:\\d+: .*unit");
    assertThat(refused.text("detail")).containsPattern("emotion.yaml:\\d+: .*colour");

    String unheld = before.replace("version: 0.0.1", "version: 1.1.0").replace("[scared]", "[I]");
    Answer failing = ada.put("/codebooks/emotion", source(unheld));
    assertThat(failing.status()).isEqualTo(422);
    assertThat(failing.text("detail")).contains("does not fall on \"I\"");

    Answer reused = ada.put("/codebooks/emotion", source(before + "\n# the same version\n"));
    assertThat(reused.text("detail")).contains("version 0.0.1 names another text already");

    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(ada.get("/codebooks/emotion").text("version")).isEqualTo("0.0.1");
    try (Stream<Path> tree = Files.walk(file.getParent())) {
      assertThat(tree.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void wordsAreCodedByHandAndPreviewedWithoutBeingKept() throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    ada.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    Answer preview =
        ada.preview(
            client,
            Practice.TRANSCRIPT
                .replace("T:", "Ann:")
                .replace("C:", "Bo:")
                .getBytes(StandardCharsets.UTF_8),
            Map.of("date", "2026-01-12"));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.text("outcome")).isEqualTo("needs_mapping");
    assertThat(preview.json().at("/turns")).hasSize(8);
    assertThat(ada.get("/clients/" + client + "/sessions").json().at("/items")).isEmpty();

    String session = ada.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    Answer added =
        ada.post(
            "/sessions/" + session + "/codings",
            "{\"code\":\"emotion.fear\",\"turn\":3,\"start\":3,\"end\":10}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("quote")).isEqualTo("stopped");
    assertThat(added.text("standing")).isEqualTo("confirmed");
    assertThat(added.text("rater")).startsWith("human:");
    Answer unknown =
        ada.post(
            "/sessions/" + session + "/codings",
            "{\"code\":\"emotion.zeal\",\"turn\":3,\"start\":3,\"end\":10}");
    assertThat(unknown.status()).isEqualTo(400);
    Answer outside =
        ada.post(
            "/sessions/" + session + "/codings",
            "{\"code\":\"emotion.fear\",\"turn\":3,\"start\":3,\"end\":1000}");
    assertThat(outside.status()).isEqualTo(400);
  }

  private static String source(String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("source", text));
  }

  private String text(String path) throws Exception {
    return ada.get(path).whole().body();
  }
}
