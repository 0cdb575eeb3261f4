package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server over a real store; {@link Api} holds each answer against openapi.yaml. */
class ApiIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;

  @BeforeEach
  void open() throws Exception {
    api = practice.clinician();
  }

  @Test
  void theRoutesAreTheContractsAndNoOthers() throws Exception {
    TreeSet<String> served = new TreeSet<>(practice.server().routes());
    assertThat(served).contains("GET /", "GET /page/<file>");
    served.removeAll(List.of("GET /", "GET /page/<file>"));
    assertThat(served).isEqualTo(Contract.read().operations());
  }

  @Test
  void aTranscriptGoesInAndATrajectoryWithVerbatimQuotesComesOut() throws Exception {
    String client = consenting("Otter");

    Answer kept = api.upload(client, Practice.TRANSCRIPT, "2026-01-12");
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.json().at("/session/turns").intValue()).isEqualTo(8);
    assertThat(kept.json().at("/session/number").intValue()).isEqualTo(1);

    Answer sessions = api.get("/clients/" + client + "/sessions");
    assertThat(sessions.json().get("items").size()).isEqualTo(1);

    String session = kept.text("session/id");
    JsonNode shown = api.get("/sessions/" + session).json();
    assertThat(shown.at("/turns/1/text").stringValue())
        .isEqualTo("Long. I was scared on Monday, in the lift.");
    for (JsonNode coding : shown.get("codings")) {
      String turn = shown.get("turns").get(coding.get("turn").intValue()).get("text").stringValue();
      assertThat(turn.substring(coding.get("start").intValue(), coding.get("end").intValue()))
          .isEqualTo(coding.get("quote").stringValue());
    }
    assertThat(shown.findValuesAsString("code")).contains("emotion.fear", "emotion.joy");

    JsonNode course = api.get("/clients/" + client + "/trajectory").json();
    assertThat(course.at("/meetings/0/codes/emotion.fear").intValue()).isEqualTo(1);

    practice.settle();
    JsonNode found = api.get("/quotes?q=scared").json();
    assertThat(found.at("/items/0/text").stringValue()).contains("scared on Monday");
    assertThat(found.at("/items/0/marks/0/start").intValue()).isEqualTo(12);
    assertThat(
            api.get("/quotes?code=emotion.joy&client=" + client).json().at("/count").stringValue())
        .isEqualTo("1");
    assertThat(api.get("/quotes?code=emotion").json().at("/count").stringValue()).isEqualTo("2");
  }

  @Test
  void withoutConsentATranscriptIsRefusedAndNothingOfItIsKept() throws Exception {
    String client = api.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");

    Answer refused = api.upload(client, Practice.TRANSCRIPT, "2026-01-12");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("type")).isEqualTo("/problems/consent-missing");
    assertThat(refused.whole().body()).doesNotContain("scared");
    assertThat(api.get("/clients/" + client + "/sessions").json().get("items").size()).isZero();
    practice.settle();
    assertThat(api.get("/quotes?q=scared").json().get("items").size()).isZero();
  }

  @Test
  void consentTakenBackClosesEveryRouteToTheWordsOnTheNextRequest() throws Exception {
    String client = consenting("Otter");
    String session = api.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    String coding = api.get("/sessions/" + session).text("codings/0/id");
    practice.settle();
    assertThat(api.get("/quotes?q=scared").json().get("items").size()).isEqualTo(1);

    Answer taken =
        api.put(
            "/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(taken.json().get("version").intValue()).isEqualTo(2);

    assertThat(api.get("/quotes?q=scared").json().get("items").size()).isZero();
    assertThat(api.get("/sessions/" + session).status()).isEqualTo(403);
    assertThat(api.get("/clients/" + client + "/trajectory").status()).isEqualTo(403);
    assertThat(api.post("/codings/" + coding + "/decisions", "{\"verdict\":\"confirm\"}").status())
        .isEqualTo(403);
    assertThat(api.get("/clients/" + client + "/consents").json().get("items").size()).isEqualTo(2);
  }

  @Test
  void decisionsAreEventsThatCanBeTakenBack() throws Exception {
    String client = consenting("Otter");
    String session = api.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    String coding = api.get("/sessions/" + session).text("codings/0/id");
    String decisions = "/codings/" + coding + "/decisions";

    assertThat(api.post(decisions, "{\"verdict\":\"confirm\"}").text("standing"))
        .isEqualTo("confirmed");
    assertThat(api.post(decisions, "{\"verdict\":\"reject\"}").text("standing"))
        .isEqualTo("rejected");
    assertThat(
            api.get("/clients/" + client + "/trajectory")
                .json()
                .at("/meetings/0/codes/emotion.fear")
                .intValue(0))
        .isZero();
    assertThat(api.post(decisions, "{\"verdict\":\"undo\"}").text("standing"))
        .isEqualTo("confirmed");
    Answer changed =
        api.post(
            decisions, "{\"verdict\":\"change\",\"code\":\"emotion.joy\",\"start\":0,\"end\":4}");
    assertThat(changed.text("quote")).isEqualTo("Long");
    assertThat(api.post(decisions, "{\"verdict\":\"maybe\"}").status()).isEqualTo(400);
    assertThat(
            api.post(
                    decisions,
                    "{\"verdict\":\"change\",\"code\":\"emotion.joy\",\"start\":0,\"end\":4000}")
                .status())
        .isEqualTo(400);
    assertThat(api.post("/codings/nobody/decisions", "{\"verdict\":\"confirm\"}").status())
        .isEqualTo(404);
  }

  @Test
  void theSameRequestTwiceIsDoneOnce() throws Exception {
    String[] key = {"Idempotency-Key", "k1"};
    String client = api.post("/clients", "{\"pseudonym\":\"Otter\"}", key).text("id");
    assertThat(api.post("/clients", "{\"pseudonym\":\"Otter\"}", key).text("id")).isEqualTo(client);
    assertThat(api.post("/clients", "{\"pseudonym\":\"Mink\"}", key).status()).isEqualTo(409);
    assertThat(api.get("/clients").json().get("items").size()).isEqualTo(1);

    consent(client);
    byte[] file = Practice.TRANSCRIPT.getBytes(StandardCharsets.UTF_8);
    Map<String, String> fields =
        Map.of("date", "2026-01-12", "roles", "{\"T\":\"therapist\",\"C\":\"client\"}");
    String[] upload = {"Idempotency-Key", "k2"};
    String session = api.upload(client, file, fields, upload).text("session/id");
    assertThat(api.upload(client, file, fields, upload).text("session/id")).isEqualTo(session);
    assertThat(api.upload(client, file, fields).status()).isEqualTo(409);
    assertThat(api.get("/clients/" + client + "/sessions").json().get("items").size()).isEqualTo(1);
  }

  @Test
  void checkInsAreKeptAndFound() throws Exception {
    String client = consenting("Otter");
    Answer kept =
        api.post(
            "/clients/" + client + "/check-ins",
            "{\"date\":\"2026-01-15\",\"prompt\":\"one_word\",\"text\":\"scared\"}");
    assertThat(kept.status()).isEqualTo(201);
    practice.settle();
    assertThat(api.get("/quotes?code=emotion.fear").json().at("/items/0/number").isNull()).isTrue();
    assertThat(api.get("/sessions/" + kept.text("id")).text("turns/0/text")).isEqualTo("scared");
  }

  @Test
  void aMissedSessionIsAGapInTheTrajectory() throws Exception {
    String client = consenting("Otter");
    api.upload(client, Practice.TRANSCRIPT, "2026-01-12");
    String missed = "/clients/" + client + "/missed-sessions";

    Answer kept = api.post(missed, "{\"date\":\"2026-01-19\",\"reason\":\"a burst pipe\"}");
    assertThat(kept.status()).isEqualTo(201);
    api.post(missed, "{\"date\":\"2026-01-05\"}");

    assertThat(api.get(missed).json().findValuesAsString("date"))
        .containsExactly("2026-01-05", "2026-01-19");
    assertThat(api.get(missed).json().findValuesAsString("reason"))
        .containsExactly("", "a burst pipe");
    JsonNode course = api.get("/clients/" + client + "/trajectory").json();
    assertThat(course.get("meetings").size()).isEqualTo(1);
    assertThat(course.at("/series/0/points").findValuesAsString("state"))
        .containsExactly("missed", "too_little_text", "missed");
    assertThat(practice.desk().course(Practice.ME, client).text()).doesNotContain("0/0");

    assertThat(api.post(missed, "{\"date\":\"2026-01-19\"}").status()).isEqualTo(409);
    assertThat(api.post(missed, "{\"date\":\"the 19th\"}").status()).isEqualTo(400);
    assertThat(api.post("/clients/x/missed-sessions", "{\"date\":\"2026-01-19\"}").status())
        .isEqualTo(404);
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(api.post(missed, "{\"date\":\"2026-01-26\"}").status()).isEqualTo(403);
    assertThat(api.get(missed).status()).isEqualTo(403);
  }

  @Test
  void aReportComesInTheFormatAskedForAndOnlyWithItsConsents() throws Exception {
    String client = consenting("Otter");
    api.upload(client, Practice.TRANSCRIPT, "2026-01-12");
    String reports = "/clients/" + client + "/reports/";

    Answer note = api.get(reports + "session-note?session=1");
    assertThat(note.whole().headers().firstValue("Content-Type"))
        .contains("text/markdown; charset=utf-8");
    assertThat(note.whole().body())
        .contains("# Qualitative indicators: Otter, session 1, 2026-01-12")
        .contains("Questionnaires: none recorded.", "Stages of problems: none recorded.");
    assertThat(api.get(reports + "session-note", "text/html").whole().body())
        .startsWith("<!DOCTYPE html>")
        .contains("Qualitative indicators");
    String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    assertThat(api.get(reports + "narrative-review", docx).whole().body()).startsWith("PK");
    JsonNode manifest = api.get(reports + "session-note", "application/json").json();
    assertThat(manifest.get("parameters").get("session").stringValue()).hasSize(32);

    assertThat(api.get(reports + "session-note", "image/png").status()).isEqualTo(406);
    assertThat(api.get(reports + "horoscope").status()).isEqualTo(400);
    assertThat(api.get(reports + "session-note?session=9").status()).isEqualTo(400);
    assertThat(api.get("/clients/x/reports/session-note").status()).isEqualTo(404);

    assertThat(api.get(reports + "supervision-snapshot").text("title"))
        .isIn("No consent to supervision", "No consent to quote_verbatim");
    for (String scope : List.of("supervision", "quote_verbatim")) {
      api.put("/clients/" + client + "/consents/" + scope, "{\"decision\":\"granted\"}");
    }
    assertThat(api.get(reports + "supervision-snapshot").whole().body())
        .contains("## Questionnaires and alliance\n\nNone recorded.");
    assertThat(api.get(reports + "funder").status()).isEqualTo(403);
    api.put("/clients/" + client + "/consents/external_export", "{\"decision\":\"granted\"}");
    Answer funder = api.get(reports + "funder");
    assertThat(funder.status()).isEqualTo(400);
    assertThat(funder.text("detail")).contains("review points: no dated review; record one");

    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(api.get(reports + "session-note").status()).isEqualTo(403);
  }

  @Test
  void listsAreTurnedPageByPage() throws Exception {
    for (int i = 0; i < 5; i++) {
      api.post("/clients", "{\"pseudonym\":\"P" + i + "\"}");
    }
    Answer first = api.get("/clients?limit=2");
    Answer second = api.get("/clients?limit=2&cursor=" + first.text("next"));
    Answer third = api.get("/clients?limit=2&cursor=" + second.text("next"));
    assertThat(first.json().findValuesAsString("pseudonym")).containsExactly("P0", "P1");
    assertThat(second.json().findValuesAsString("pseudonym")).containsExactly("P2", "P3");
    assertThat(third.json().findValuesAsString("pseudonym")).containsExactly("P4");
    assertThat(third.json().get("next").isNull()).isTrue();
    assertThat(api.get("/clients?limit=0").status()).isEqualTo(400);
    assertThat(api.get("/clients?limit=many").status()).isEqualTo(400);
    assertThat(api.get("/quotes?q=x&cursor=-1").status()).isEqualTo(400);
  }

  @Test
  void codebooksAndTheContractCanBeRead() throws Exception {
    assertThat(api.get("/codebooks").json().at("/items/0/id").stringValue()).isEqualTo("emotion");
    Answer book = api.get("/codebooks/emotion");
    assertThat(book.text("codes/0/examples/0/text")).isEqualTo("I was scared.");
    assertThat(api.get("/codebooks/none").status()).isEqualTo(404);
    assertThat(api.get("/openapi.yaml").whole().body()).startsWith("openapi: 3.1");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (String path :
        List.of("/clients/x", "/clients/x/sessions", "/clients/x/trajectory", "/sessions/x")) {
      assertThat(api.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(api.put("/clients/x/consents/research", "{\"decision\":\"granted\"}").status())
        .isEqualTo(404);
  }

  @Test
  void theFiguresAreThoseOfTheCommandLine() throws Exception {
    String client = consenting("Otter");
    api.upload(client, Practice.TRANSCRIPT, "2026-01-12");
    JsonNode printed =
        JsonMapper.shared().valueToTree(practice.desk().course(Practice.ME, client).view());
    assertThat(api.get("/clients/" + client + "/trajectory").json())
        .isEqualTo(JsonMapper.shared().readTree(printed.toString()));
  }

  private String consenting(String pseudonym) throws Exception {
    String client =
        api.post("/clients", "{\"pseudonym\":\"" + pseudonym + "\",\"problems\":[\"the lift\"]}")
            .text("id");
    consent(client);
    return client;
  }

  private void consent(String client) throws Exception {
    assertThat(
            api.put(
                    "/clients/" + client + "/consents/treatment_analysis",
                    "{\"decision\":\"granted\"}")
                .status())
        .isEqualTo(200);
  }
}
