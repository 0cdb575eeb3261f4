package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;

/** What leaves the record and what is taken out of it, and that the log has all of it. */
class CustodyIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api clinician;
  private Api officer;
  private String client;
  private String session;

  @BeforeEach
  void open() throws Exception {
    clinician = practice.clinician();
    officer = practice.as(AccountRole.PRIVACY_OFFICER);
    client = clinician.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    clinician.put(
        "/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    session = clinician.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    practice.settle();
  }

  @Test
  void theOriginalFileComesBackByteForByte() throws Exception {
    Answer original = clinician.get("/sessions/" + session + "/original");
    assertThat(original.whole().body()).isEqualTo(Practice.TRANSCRIPT);
    assertThat(original.whole().headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''session.txt");
    assertThat(officer.get("/sessions/" + session + "/original").status()).isEqualTo(404);
  }

  @Test
  void aSessionTakenBackLeavesListsFiguresAndSearchesUntilItIsReinstated() throws Exception {
    assertThat(clinician.get("/quotes?q=scared").text("count")).isEqualTo("1");
    assertThat(clinician.delete("/sessions/" + session).status()).isEqualTo(204);
    practice.settle();
    assertThat(clinician.get("/quotes?q=scared").text("count")).isEqualTo("0");
    assertThat(clinician.get("/clients/" + client + "/sessions").json().get("items").size())
        .isZero();
    assertThat(clinician.get("/clients/" + client + "/trajectory").json().get("meetings").size())
        .isZero();
    assertThat(clinician.post("/sessions/" + session + "/reinstatement", "{}").status())
        .isEqualTo(204);
    practice.settle();
    assertThat(clinician.get("/quotes?q=scared").text("count")).isEqualTo("1");
    assertThat(officer.delete("/sessions/" + session).status()).isEqualTo(404);
  }

  @Test
  void theWholeRecordIsHandedOutWithConsentAndTheLogKnows() throws Exception {
    String path = "/clients/" + client + "/export";
    assertThat(clinician.post(path, "{}").text("type")).isEqualTo("/problems/consent-missing");
    clinician.put("/clients/" + client + "/consents/external_export", "{\"decision\":\"granted\"}");
    Map<String, String> files = export(path);
    assertThat(files.keySet())
        .containsExactly(
            "client.json",
            "consents.json",
            "missed-sessions.json",
            "sessions/001-2026-01-12-original.txt",
            "sessions/001-2026-01-12.json");
    assertThat(files.get("sessions/001-2026-01-12-original.txt")).isEqualTo(Practice.TRANSCRIPT);
    assertThat(files.get("consents.json")).contains("external_export", "granted");
    assertThat(files.get("sessions/001-2026-01-12.json")).contains("scared on Monday");

    Answer log = officer.get("/audit?client=" + client);
    assertThat(log.json().findValuesAsString("action")).contains("export.record", "session.add");
    assertThat(log.whole().body()).doesNotContain("scared", "Otter");
    assertThat(officer.get("/audit/verification").json().get("whole").booleanValue()).isTrue();
    assertThat(clinician.get("/audit").status()).isEqualTo(403);
  }

  private Map<String, String> export(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(practice.address() + "api/v1" + path))
            .headers(clinician.credentials())
            .POST(BodyPublishers.noBody())
            .build();
    byte[] bytes = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
    Map<String, String> files = new TreeMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void erasingIsForPrivacyOfficersAndLeavesNothingButTheCertificate() throws Exception {
    assertThat(clinician.delete("/clients/" + client).status()).isEqualTo(404);
    Answer certificate = officer.delete("/clients/" + client);
    assertThat(certificate.status()).isEqualTo(200);
    assertThat(certificate.json().get("keys").size()).isEqualTo(3);
    assertThat(certificate.json().at("/rows/turns").intValue()).isEqualTo(8);
    assertThat(certificate.text("by")).isEqualTo(officer.account());
    practice.settle();
    assertThat(clinician.get("/clients/" + client).status()).isEqualTo(404);
    assertThat(clinician.get("/sessions/" + session).status()).isEqualTo(404);
    assertThat(clinician.get("/quotes?q=scared").text("count")).isEqualTo("0");
    assertThat(officer.delete("/clients/" + client).status()).isEqualTo(404);
    assertThat(officer.get("/audit?client=" + client).json().findValuesAsString("action"))
        .contains("client.erase");
  }
}
