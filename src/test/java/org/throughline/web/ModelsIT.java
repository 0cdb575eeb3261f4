package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.access.AccountRole;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Learning from decisions, as a clinic does it: people judge what the cues suggest and add what
 * these miss; a model learns it, is read about, switched on, and found marked as what it is.
 */
class ModelsIT {

  private static final int CLIENTS = 7;

  @TempDir private Path data;
  private Desk desk;
  private Server server;
  private Api ada;
  private final List<String> clients = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    desk = Practice.open(data);
    server =
        Server.start(
            desk,
            OpenPractice.SETTINGS,
            new org.throughline.access.Rates(new org.throughline.access.Hurry()));
    ada = new Api(server);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(taught(i));
    }
  }

  @AfterEach
  void close() {
    server.close();
    desk.close();
  }

  private String client(String... scopes) throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    for (String scope : scopes) {
      ada.put("/clients/" + client + "/consents/" + scope, "{\"decision\":\"granted\"}");
    }
    return client;
  }

  /** Fear shows in hands that tremble; "scared" at the cinema is none. */
  private String taught(int number) throws Exception {
    String client = client("treatment_analysis", "model_training");
    String session =
        upload(
            client,
            """
            T: How was it?
            C: My hands were trembling in the lift. We had soup number %d at noon.
            T: And then?
            C: Then my hands were trembling on the stairs. I was scared at the lift.
            T: And Sunday?
            C: I was scared at the cinema and it was great fun. We had tea at four.
            T: And after it?
            C: I was scared at the cinema again, great fun. We had cake number %d.
            """
                .formatted(number, number));
    code(session, 1, 0, "My hands were trembling in the lift.".length());
    code(session, 3, 0, "Then my hands were trembling on the stairs.".length());
    for (JsonNode coding : ada.get("/sessions/" + session).json().at("/codings")) {
      if (coding.at("/rater").stringValue().startsWith("machine:")) {
        boolean lift = coding.at("/turn").intValue() == 3;
        ada.post(
            "/codings/" + coding.at("/id").stringValue() + "/decisions",
            "{\"verdict\":\"" + (lift ? "confirm" : "reject") + "\"}");
      }
    }
    return client;
  }

  private String upload(String client, String transcript) throws Exception {
    Answer kept = ada.upload(client, transcript, "2026-01-12");
    assertThat(kept.status()).as(kept.whole().body()).isEqualTo(201);
    return kept.text("session/id");
  }

  private void code(String session, int turn, int start, int end) throws Exception {
    Answer coded =
        ada.post(
            "/sessions/" + session + "/codings",
            "{\"code\":\"emotion.fear\",\"turn\":%d,\"start\":%d,\"end\":%d}"
                .formatted(turn, start, end));
    assertThat(coded.status()).as(coded.whole().body()).isEqualTo(201);
  }

  private Answer state(int version, boolean on) throws Exception {
    return ada.put(
        "/models/emotion.fear/state", "{\"on\":%b,\"version\":%d}".formatted(on, version));
  }

  private List<JsonNode> ofModels(String session) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode coding : ada.get("/sessions/" + session).json().at("/codings")) {
      if (coding.at("/rater").stringValue().startsWith("model:emotion.fear ")) {
        found.add(coding);
      }
    }
    return found;
  }

  @Test
  void aCodeIsLearnedReadAboutSwitchedOnAndOffAgain() throws Exception {
    Answer learned = ada.post("/models", "{\"code\":\"emotion.fear\"}");
    assertThat(learned.status()).as(learned.whole().body()).isEqualTo(201);
    assertThat(learned.json().at("/card/clients").intValue()).isEqualTo(CLIENTS);
    assertThat(learned.json().at("/card/judged/k").intValue()).isEqualTo(3 * CLIENTS);
    assertThat(learned.json().at("/card/judged/n").intValue()).isEqualTo(5 * CLIENTS);
    assertThat(learned.json().at("/card/recall/k").intValue()).isGreaterThan(2 * CLIENTS);
    assertThat(learned.text("state")).isEqualTo("off");
    assertThat(learned.text("says")).contains("On clients it was not taught by");
    Answer again = ada.post("/models/emotion.fear/verification", "{}");
    assertThat(again.json().at("/same").booleanValue()).isTrue();

    String fresh = client("treatment_analysis");
    String session =
        upload(
            fresh,
            """
            T: And you?
            C: My hands were trembling in the lift. We had soup at noon.
            T: And today?
            C: My hands were trembling on the stairs again.
            """);
    assertThat(ofModels(session)).as("off: it suggests nothing").isEmpty();
    assertThat(state(2, true).status()).as("a card that nobody has read").isEqualTo(409);
    assertThat(state(1, true).text("state")).isEqualTo("on");
    Answer looked = ada.post("/clients/" + fresh + "/suggestions", "{}");
    assertThat(looked.json().at("/suggested").intValue()).isEqualTo(2);
    assertThat(looked.text("waiting/0/entry")).isEqualTo(session);
    assertThat(looked.json().at("/waiting/0/turn").intValue()).isEqualTo(1);
    List<JsonNode> found = ofModels(session);
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().at("/quote").stringValue())
        .isEqualTo("My hands were trembling in the lift.");
    assertThat(found.getFirst().at("/explanation").stringValue())
        .contains("not by a cue", "counts in no figure before a person confirms it");

    JsonNode meeting = ada.get("/clients/" + fresh + "/trajectory").json().at("/meetings/0");
    assertThat(meeting.at("/codes").toString()).doesNotContain("emotion.fear");
    ada.post(
        "/codings/" + found.getFirst().at("/id").stringValue() + "/decisions",
        "{\"verdict\":\"confirm\"}");
    meeting = ada.get("/clients/" + fresh + "/trajectory").json().at("/meetings/0");
    assertThat(meeting.at("/codes/emotion.fear").intValue()).isEqualTo(1);
    desk.settle();
    assertThat(ada.get("/quotes?q=source:model").json().at("/items")).hasSize(2);
    assertThat(ada.get("/quotes?q=source:model").whole().body()).contains("\"rater\":\"model\"");
    assertThat(ada.get("/quotes?q=source:magic").status()).isEqualTo(400);

    String second = upload(fresh, "T: Well?\nC: My hands were trembling at the lift.\nT: Yes.\n");
    assertThat(ofModels(second)).as("on: it suggests at once").hasSize(1);
    assertThat(state(1, false).text("state")).isEqualTo("off");
    assertThat(ofModels(second)).isEmpty();
    assertThat(ofModels(session)).as("what a person confirmed stays").hasSize(1);
  }

  @Test
  void whoWithdrawsTakesTheModelAlong() throws Exception {
    assertThat(ada.post("/models", "{\"code\":\"emotion.fear\"}").status()).isEqualTo(201);
    state(1, true);
    String fresh = client("treatment_analysis");
    String session = upload(fresh, "T: Well?\nC: My hands were trembling at the lift.\nT: Yes.\n");
    assertThat(ofModels(session)).hasSize(1);
    ada.put(
        "/clients/" + clients.getFirst() + "/consents/model_training",
        "{\"decision\":\"refused\"}");
    Answer models = ada.get("/models");
    assertThat(models.text("items/0/state")).isEqualTo("gone");
    assertThat(models.text("items/0/because")).contains("withdrew consent");
    assertThat(ofModels(session)).isEmpty();
    assertThat(state(1, true).status()).isEqualTo(409);
    Answer anew = ada.post("/models", "{\"code\":\"emotion.fear\"}");
    assertThat(anew.json().at("/version").intValue()).isEqualTo(2);
    assertThat(anew.json().at("/card/clients").intValue()).isEqualTo(CLIENTS - 1);
  }

  @Test
  void tooLittleIsSaidAndSafetyIsNotLearned() throws Exception {
    Answer little = ada.post("/models", "{\"code\":\"emotion.joy\"}");
    assertThat(little.status()).isEqualTo(422);
    assertThat(little.text("detail")).contains("lessons from 0 clients; at least 5");
    assertThat(ada.post("/models", "{\"code\":\"no.such\"}").status()).isEqualTo(400);
    assertThat(new Api(server, AccountRole.ADMIN).post("/models", "{\"code\":\"x.y\"}").status())
        .isEqualTo(403);
  }
}
