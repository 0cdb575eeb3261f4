package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;

/** A study over REST; every answer is held against the contract. */
class StudiesIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();
  private Api ada;
  private Api rune;

  @BeforeEach
  void open() throws Exception {
    ada = practice.clinician();
    rune = practice.as(AccountRole.RESEARCHER);
  }

  @Test
  void aStudyIsBegunAndFrozen() throws Exception {
    Answer begun =
        rune.post(
            "/studies",
            "{\"name\":\"Staying\",\"question\":\"Who?\",\"criteria\":{\"leastWords\":100}}");
    assertThat(begun.status()).isEqualTo(201);
    String study = "/studies/" + begun.text("id");
    Answer codes =
        rune.put(
            study + "/codes",
            "{\"codes\":[{\"id\":\"t\",\"parent\":null,\"name\":\"T\",\"definition\":\"\"},"
                + "{\"id\":\"t.a\",\"parent\":\"t\",\"name\":\"A\",\"definition\":\"\"}]}");
    assertThat(codes.json().at("/codes")).hasSize(2);
    assertThat(rune.post(study + "/corpus", "{}").json().at("/sessions").intValue()).isZero();
    assertThat(rune.post(study + "/assignments", "{\"coders\":[\"ada\"]}").status()).isEqualTo(400);
    assertThat(rune.get(study + "/tasks").json().at("/items")).isEmpty();
    assertThat(rune.get(study + "/tasks/none").status()).isEqualTo(404);
    assertThat(
            rune.post(study + "/memos", "{\"on\":\"code\",\"subject\":\"t\",\"text\":\"broad\"}")
                .status())
        .isEqualTo(201);
    assertThat(rune.get(study + "/memos").json().at("/items")).hasSize(1);
    assertThat(rune.get(study + "/agreement").json().at("/items")).isEmpty();
    assertThat(rune.get(study + "/themes").json().at("/codings").intValue()).isZero();
    assertThat(rune.get(study + "/quotes?code=t").json().at("/items")).isEmpty();
    assertThat(rune.get("/studies").json().at("/items")).hasSize(1);
    assertThat(rune.post(study + "/freeze", "{}").text("frozen")).hasSize(64);
    assertThat(rune.put(study + "/codes", "{\"codes\":[]}").status()).isEqualTo(409);
  }

  @Test
  void studiesAreForResearchers() throws Exception {
    assertThat(ada.get("/studies").status()).isEqualTo(403);
  }

  @Test
  void aTreeThatIsNoneIsRefused() throws Exception {
    String study = "/studies/" + rune.post("/studies", "{\"name\":\"x\"}").text("id");
    Answer refused =
        rune.put(
            study + "/codes",
            "{\"codes\":[{\"id\":\"a\",\"parent\":\"b\",\"name\":\"\",\"definition\":\"\"}]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("which is not there");
  }

  @Test
  void decisionsGiveACodeItsFigures() throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    ada.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    String session = ada.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    Answer read = ada.get("/sessions/" + session);
    String coding = read.text("codings/0/id");
    String code = read.text("codings/0/code");
    ada.post("/codings/" + coding + "/decisions", "{\"verdict\":\"confirm\"}");
    Answer figures = ada.get("/codebooks/" + code.replaceAll("\\..*", "") + "/figures");
    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.json().at("/items").toString())
        .contains("{\"code\":\"" + code + "\",\"precision\":{\"k\":1,\"n\":1,\"low\":0.2065")
        .contains(
            "\"recall\":null,\"alpha\":null,\"band\":\"unknown\",\"state\":\"too_few\"",
            "\"state\":\"not_measured\",\"inTrends\":true");
  }
}
