package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.BadFiles;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;

/** Whatever is wrong with an upload: 4xx, what to do, no words, and nothing kept or lost. */
class BadInputIT {

  private static final Map<String, String> FIELDS = Map.of("date", "2026-01-19");

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;
  private String client = "";

  @BeforeEach
  void aClientWithOneSession() throws Exception {
    api = practice.clinician();
    client = api.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    assertThat(api.upload(client, Practice.TRANSCRIPT, "2026-01-12").status()).isEqualTo(201);
  }

  @Test
  void badFilesAreRefusedWithAReasonAndARemedy() throws Exception {
    for (Map.Entry<String, byte[]> file : BadFiles.small().entrySet()) {
      Answer answer = api.upload(client, file.getValue(), FIELDS);
      assertThat(answer.status()).as(file.getKey()).isEqualTo(422);
      assertThat(answer.text("detail"))
          .as(file.getKey())
          .startsWith("Nothing was kept")
          .hasSizeGreaterThan(40);
      assertThat(answer.whole().body()).as(file.getKey()).doesNotContain("canary");
    }
    theOneSessionIsStillThereAndNoOther();
  }

  @Test
  void unknownSpeakersAreAskedAboutAndNeverTakenForTheClient() throws Exception {
    byte[] file = BadFiles.small("unknown-speakers");
    Answer asked = api.upload(client, file, FIELDS);
    assertThat(asked.json().get("questions").findValuesAsString("subject"))
        .containsExactly("Anna", "Bo");
    Answer answered =
        api.upload(
            client,
            file,
            Map.of("date", "2026-01-19", "roles", "{\"Anna\":\"client\",\"Bo\":\"therapist\"}"));
    assertThat(answered.status()).isEqualTo(201);
  }

  @Test
  void anEncodingThatWasConfirmedIsTaken() throws Exception {
    byte[] file = BadFiles.small("windows-1252");
    Answer answered =
        api.upload(client, file, Map.of("date", "2026-01-19", "encoding", "windows-1252"));
    assertThat(answered.status()).isEqualTo(201);
    Answer shown = api.get("/sessions/" + answered.text("session/id"));
    assertThat(shown.text("turns/1/text")).isEqualTo("The canary’s café closed.");
  }

  @Test
  void fiftyMegabytesAreTooMany() throws Exception {
    assertThat(api.upload(client, BadFiles.huge(), FIELDS).status()).isEqualTo(413);
    theOneSessionIsStillThereAndNoOther();
  }

  @Test
  void requestsThatMakeNoSenseSayWhatWould() throws Exception {
    byte[] file = Practice.TRANSCRIPT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(api.upload(client, file, Map.of()).text("detail")).contains("2026-01-31");
    assertThat(api.upload(client, file, Map.of("date", "yesterday")).status()).isEqualTo(400);
    assertThat(
            api.upload(client, file, Map.of("date", "2026-01-19", "roles", "{\"T\":\"boss\"}"))
                .text("detail"))
        .contains("client, therapist, other");
    assertThat(api.upload(client, file, Map.of("date", "2026-01-19", "roles", "canary")).status())
        .isEqualTo(400);
    assertThat(api.post("/clients/" + client + "/sessions", "{}").text("detail"))
        .contains("multipart/form-data");
    Answer broken = api.post("/clients", "{\"pseudonym\": canary");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.whole().body()).doesNotContain("canary");
    assertThat(api.post("/clients", "{\"pseudonym\":\" \"}").status()).isEqualTo(400);
    assertThat(api.post("/clients", "{\"name\":\"canary\"}").status()).isEqualTo(400);
    assertThat(
            api.put("/clients/" + client + "/consents/everything", "{\"decision\":\"granted\"}")
                .text("detail"))
        .contains("treatment_analysis");
    assertThat(
            api.put("/clients/" + client + "/consents/research", "{\"decision\":\"perhaps\"}")
                .text("detail"))
        .contains("granted or refused");
    assertThat(api.get("/quotes?q=(canary").status()).isEqualTo(400);
    assertThat(api.get("/quotes?q=(canary").whole().body()).doesNotContain("canary");
    assertThat(api.get("/quotes?code=%22").status()).isEqualTo(400);
    theOneSessionIsStillThereAndNoOther();
  }

  private void theOneSessionIsStillThereAndNoOther() throws Exception {
    var sessions = api.get("/clients/" + client + "/sessions").json().get("items");
    assertThat(sessions.findValuesAsString("date")).containsExactly("2026-01-12");
    assertThat(api.get("/sessions/" + sessions.at("/0/id").stringValue()).json().get("turns"))
        .hasSize(8);
  }
}
