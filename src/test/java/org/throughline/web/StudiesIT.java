package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.Engine;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;

/** A study over REST; every answer is held against the contract. */
class StudiesIT {

  @TempDir private Path data;
  private Desk desk;
  private Server server;
  private Api ada;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(new DeskSettings(data, Practice.CODEBOOKS), Engine.load(Practice.CODEBOOKS));
    server = Server.start(desk, ServerSettings.loopback(0));
    ada = new Api(server);
  }

  @AfterEach
  void close() {
    server.close();
    desk.close();
  }

  @Test
  void aStudyIsBegunAndFrozen() throws Exception {
    Answer begun =
        ada.post(
            "/studies",
            "{\"name\":\"Staying\",\"question\":\"Who?\",\"criteria\":{\"leastWords\":100}}");
    assertThat(begun.status()).isEqualTo(201);
    String study = "/studies/" + begun.text("id");
    Answer codes =
        ada.put(
            study + "/codes",
            "{\"codes\":[{\"id\":\"t\",\"parent\":null,\"name\":\"T\",\"definition\":\"\"},"
                + "{\"id\":\"t.a\",\"parent\":\"t\",\"name\":\"A\",\"definition\":\"\"}]}");
    assertThat(codes.json().at("/codes")).hasSize(2);
    assertThat(ada.post(study + "/corpus", "{}").json().at("/sessions").intValue()).isZero();
    assertThat(ada.post(study + "/assignments", "{\"coders\":[\"ada\"]}").status()).isEqualTo(400);
    assertThat(ada.get(study + "/tasks").json().at("/items")).isEmpty();
    assertThat(ada.get(study + "/tasks/none").status()).isEqualTo(404);
    assertThat(
            ada.post(study + "/memos", "{\"on\":\"code\",\"subject\":\"t\",\"text\":\"broad\"}")
                .status())
        .isEqualTo(201);
    assertThat(ada.get(study + "/memos").json().at("/items")).hasSize(1);
    assertThat(ada.get(study + "/agreement").json().at("/items")).isEmpty();
    assertThat(ada.get(study + "/themes").json().at("/codings").intValue()).isZero();
    assertThat(ada.get(study + "/quotes?code=t").json().at("/items")).isEmpty();
    assertThat(ada.get("/studies").json().at("/items")).hasSize(1);
    assertThat(ada.post(study + "/freeze", "{}").text("frozen")).hasSize(64);
    assertThat(ada.put(study + "/codes", "{\"codes\":[]}").status()).isEqualTo(409);
  }

  @Test
  void aTreeThatIsNoneIsRefused() throws Exception {
    String study = "/studies/" + ada.post("/studies", "{\"name\":\"x\"}").text("id");
    Answer refused =
        ada.put(
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
        .contains("\"recall\":null,\"alpha\":null,\"band\":\"unknown\",\"inTrends\":true");
  }
}
