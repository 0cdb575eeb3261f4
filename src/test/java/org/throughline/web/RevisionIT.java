package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A transcript that was misheard, swapped, or uploaded a second time. */
class RevisionIT {

  private static final String BETTER =
      Practice.TRANSCRIPT.replace("C: Well, four buns.", "C: Well, four buns.\nT: Four.")
          + "C: It was a lot of buns, I suppose, and I did not mind.\n";

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;
  private String client;

  @BeforeEach
  void open() throws Exception {
    api = practice.clinician();
    client = api.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    String path = "/clients/" + client + "/consents/treatment_analysis";
    assertThat(api.put(path, "{\"decision\":\"granted\"}").status()).isEqualTo(200);
  }

  private String session() throws Exception {
    return api.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
  }

  private Answer again(String transcript, Map<String, String> more) throws Exception {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("date", "2026-01-12");
    fields.put("roles", "{\"T\":\"therapist\",\"C\":\"client\"}");
    return api.upload(client, transcript.getBytes(StandardCharsets.UTF_8), fields);
  }

  private JsonNode coding(String session, String code) throws Exception {
    for (JsonNode coding : api.get("/sessions/" + session).json().get("codings")) {
      if (coding.get("code").stringValue().equals(code)) {
        return coding;
      }
    }
    throw new AssertionError("no coding " + code);
  }

  private void confirm(String session, String code) throws Exception {
    String id = coding(session, code).get("id").stringValue();
    api.post("/codings/" + id + "/decisions", "{\"verdict\":\"confirm\"}");
  }

  @Test
  void aMisheardWordIsPutRightAndConfirmedCodingsGoAlong() throws Exception {
    String session = session();
    confirm(session, "emotion.fear");
    int before = coding(session, "emotion.fear").get("start").intValue();

    Answer after =
        api.post(
            "/sessions/" + session + "/corrections",
            "{\"turn\":1,\"start\":0,\"end\":4,\"said\":\"Very long\"}");

    assertThat(after.status()).isEqualTo(201);
    assertThat(after.json().at("/turns/1/text").stringValue())
        .startsWith("Very long. I was scared");
    JsonNode fear = coding(session, "emotion.fear");
    assertThat(fear.get("start").intValue()).isEqualTo(before + "Very ".length());
    assertThat(fear.get("quote").stringValue()).isEqualTo("scared");
    assertThat(fear.get("standing").stringValue()).isEqualTo("confirmed");
    assertThat(after.json().get("lost").size()).isZero();

    Answer back = api.delete("/sessions/" + session + "/corrections/0");
    assertThat(back.json().at("/turns/1/text").stringValue()).startsWith("Long. I was scared");
    assertThat(back.json().get("revisions").size()).isEqualTo(2);
    assertThat(coding(session, "emotion.fear").get("start").intValue()).isEqualTo(before);
  }

  @Test
  void aConfirmedCodingWhoseWordsAreGoneIsListedAsLost() throws Exception {
    String session = session();
    confirm(session, "emotion.fear");
    String text = api.get("/sessions/" + session).json().at("/turns/1/text").stringValue();
    int at = text.indexOf("scared");

    Answer after =
        api.post(
            "/sessions/" + session + "/corrections",
            "{\"turn\":1,\"start\":%d,\"end\":%d,\"said\":\"\"}".formatted(at, at + 6));

    assertThat(after.json().at("/lost/0/quote").stringValue()).isEqualTo("scared");
    assertThat(after.json().at("/lost/0/standing").stringValue()).isEqualTo("confirmed");
    assertThat(after.json().get("codings").toString()).doesNotContain("emotion.fear");
  }

  @Test
  void aPassageLinkedToAProblemGoesWithItsWordsOrIsLinkedNoMore() throws Exception {
    String session = session();
    String problems = "/clients/" + client + "/problems";
    String problem =
        api.post(problems, "{\"words\":\"the lift\",\"byClient\":true}").text("problem");
    String place = "{\"session\":\"%s\",\"turn\":1,\"start\":6,\"end\":18}".formatted(session);
    api.post(problems + "/" + problem + "/passages", place);
    String staged = "{\"passage\":" + place + ",\"stage\":2}";
    assertThat(api.post(problems + "/" + problem + "/stages", staged).status()).isLessThan(300);

    String corrections = "/sessions/" + session + "/corrections";
    api.post(corrections, "{\"turn\":1,\"start\":0,\"end\":4,\"said\":\"Very long\"}");

    JsonNode passage = api.get(problems).json().at("/items/0/passages/0");
    assertThat(passage.at("/place/start").intValue()).isEqualTo(11);
    assertThat(passage.at("/quote").stringValue()).isEqualTo("I was scared");
    assertThat(passage.at("/confirmed").doubleValue()).isEqualTo(2);

    api.post(corrections, "{\"turn\":1,\"start\":0,\"end\":40,\"said\":\"\"}");
    assertThat(api.get(problems).json().at("/items/0/passages").size()).isZero();
  }

  @Test
  void placesThatAreNotThereAreRefused() throws Exception {
    String session = session();
    String path = "/sessions/" + session + "/corrections";
    assertThat(api.post(path, "{\"turn\":99,\"start\":0,\"end\":1,\"said\":\"x\"}").status())
        .isEqualTo(400);
    assertThat(api.post(path, "{\"turn\":0,\"start\":0,\"end\":9999,\"said\":\"x\"}").status())
        .isEqualTo(400);
    assertThat(api.post(path, "{\"turn\":0,\"start\":4,\"end\":1,\"said\":\"x\"}").status())
        .isEqualTo(400);
    assertThat(api.delete(path + "/3").status()).isEqualTo(400);
  }

  @Test
  void swappedRolesAreCorrectedAndRemembered() throws Exception {
    Map<String, String> swapped =
        Map.of("date", "2026-01-12", "roles", "{\"T\":\"client\",\"C\":\"therapist\"}");
    byte[] file = Practice.TRANSCRIPT.getBytes(StandardCharsets.UTF_8);
    String session = api.upload(client, file, swapped).text("session/id");
    assertThat(api.get("/sessions/" + session).json().get("codings").size()).isZero();

    Answer after =
        api.put(
            "/sessions/" + session + "/roles",
            "{\"roles\":{\"T\":\"therapist\",\"C\":\"client\"}}");

    assertThat(after.json().at("/speakers/C").stringValue()).isEqualTo("client");
    assertThat(coding(session, "emotion.fear").get("quote").stringValue()).isEqualTo("scared");
    assertThat(
            api.get("/clients/" + client + "/sessions")
                .json()
                .at("/items/0/clientWords")
                .intValue())
        .isEqualTo(after.json().get("clientWords").intValue());
    Answer next =
        api.upload(
            client,
            "T: And now?\nC: Now it is quiet.\n".getBytes(StandardCharsets.UTF_8),
            Map.of("date", "2026-01-19"));
    assertThat(next.status()).isEqualTo(201);
    assertThat(
            api.put("/sessions/" + session + "/roles", "{\"roles\":{\"Z\":\"client\"}}").status())
        .isEqualTo(400);
  }

  @Test
  void theSameSessionAgainAsksAndReplacingCarriesDecisionsOver() throws Exception {
    String session = session();
    confirm(session, "emotion.fear");

    Answer asked = again(BETTER, Map.of());
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.json().at("/earlier/0/id").stringValue()).isEqualTo(session);
    assertThat(asked.json().at("/earlier/0/kind").stringValue()).isEqualTo("another_version");

    Answer kept = again(BETTER, Map.of("replaces", session));
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.json().at("/session/number").intValue()).isEqualTo(1);
    assertThat(kept.json().get("carried").intValue()).isEqualTo(1);
    assertThat(kept.json().get("lost").size()).isZero();
    String better = kept.text("session/id");
    assertThat(coding(better, "emotion.fear").get("standing").stringValue()).isEqualTo("confirmed");
    assertThat(api.get("/clients/" + client + "/sessions").json().get("items").size()).isEqualTo(1);
  }

  @Test
  void bothCanBeKept() throws Exception {
    session();
    assertThat(again(Practice.TRANSCRIPT, Map.of()).status()).isEqualTo(409);
    assertThat(again(Practice.TRANSCRIPT, Map.of("keepBoth", "true")).status()).isEqualTo(201);
    assertThat(api.get("/clients/" + client + "/sessions").json().get("items").size()).isEqualTo(2);
  }
}
