package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Quotes over HTTP, each answer held against openapi.yaml. */
class QuotesIT {

  /** What the client says begins here and there with "I was". */
  private static final String SECOND =
      """
      T: And this week?
      C: I was calm, mostly. I was not scared in the lift.
      T: Not scared.
      C: No. I was in the lift with four buns.
      """;

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;
  private String otter;
  private String mink;

  @BeforeEach
  void open() throws Exception {
    api = practice.clinician();
    otter = consenting("Otter");
    mink = consenting("Mink");
    api.upload(otter, Practice.TRANSCRIPT, "2026-01-12");
    api.upload(mink, SECOND, "2026-02-09");
    practice.settle();
  }

  @Test
  void aHitIsTheExactWordsWithTheirPlaceAndContext() throws Exception {
    JsonNode found = get("/quotes", "q", "scared client:otter");
    assertThat(found.get("total").intValue()).isEqualTo(1);
    JsonNode quote = found.at("/items/0");
    assertThat(quote.get("text").stringValue())
        .isEqualTo("Long. I was scared on Monday, in the lift.");
    assertThat(quote.at("/before/text").stringValue()).isEqualTo("How was the week?");
    assertThat(quote.at("/after/text").stringValue()).isEqualTo("In the lift.");
    assertThat(quote.at("/codings/0/code").stringValue()).isEqualTo("emotion.fear");
    assertThat(quote.at("/codings/0/explanation").stringValue()).isNotBlank();
    assertThat(quote.at("/found/by").stringValue()).isEqualTo("words");
    assertThat(quote.get("link").stringValue())
        .isEqualTo("/#/sessions/" + quote.get("entry").stringValue() + "/turn/1");
    assertThat(quote.get("client").stringValue()).isEqualTo(otter);
  }

  @Test
  void linesStandInTheOrderAskedFor() throws Exception {
    JsonNode lines = get("/quotes/lines", "q", "\"i was\"", "sort", "right", "width", "20");
    assertThat(lines.findValuesAsString("right"))
        .containsExactly(
            " calm, mostly. I was",
            " in the lift with",
            " not scared in the",
            " scared on Monday,",
            " so happy I bought");
    assertThat(get("/quotes/lines", "q", "\"i was\"", "sort", "client", "limit", "2").get("next"))
        .hasToString("\"2\"");
    assertThat(api.get("/quotes/lines?sort=sideways").status()).isEqualTo(400);
    assertThat(api.get("/quotes/lines?width=201").status()).isEqualTo(400);
  }

  @Test
  void turnsAreCountedApart() throws Exception {
    JsonNode counts = get("/quotes/groups", "q", "lift speaker:client", "by", "month,client,code");
    assertThat(counts.get("total").intValue()).isEqualTo(3);
    assertThat(counts.at("/facets/0/groups").findValuesAsString("key"))
        .containsExactly("2026-02", "2026-01");
    assertThat(counts.at("/facets/1/groups/0/key").stringValue()).isEqualTo(mink);
    assertThat(counts.at("/facets/1/groups/0/turns").intValue()).isEqualTo(2);
    assertThat(counts.at("/facets/2/groups/0/key").stringValue()).isEqualTo("emotion.fear");
    assertThat(api.get("/quotes/groups?q=lift").status()).isEqualTo(400);
  }

  @Test
  void theSameSeedDrawsTheSameTurns() throws Exception {
    List<String> drawn = get("/quotes/sample", "seed", "7", "size", "4").findValuesAsString("link");
    assertThat(drawn).hasSize(4);
    assertThat(get("/quotes/sample", "seed", "7", "size", "4").findValuesAsString("link"))
        .isEqualTo(drawn);
    assertThat(get("/quotes/sample", "seed", "8", "size", "4").findValuesAsString("link"))
        .isNotEqualTo(drawn);
  }

  @Test
  void whoTreatsWhomIsAskedAtEachSearch() throws Exception {
    String me = api.account();
    assertThat(get("/quotes/groups", "q", "clinician:" + me, "by", "clinician").get("total"))
        .hasToString("12");
    assertThat(get("/quotes", "q", "clinician:nobody").get("total").intValue()).isZero();
  }

  @Test
  void aProblemMeansThePassagesThatPeopleHaveLinkedToIt() throws Exception {
    String problems = "/clients/" + otter + "/problems";
    String id = api.post(problems, "{\"words\":\"the lift\",\"byClient\":true}").text("problem");
    String session = get("/quotes", "q", "client:otter").at("/items/0/entry").stringValue();
    String place = "{\"session\":\"%s\",\"turn\":3,\"start\":0,\"end\":10}".formatted(session);
    assertThat(get("/quotes", "q", "problem:" + id).get("total").intValue()).isZero();
    assertThat(api.post(problems + "/" + id + "/passages", place).status()).isLessThan(300);
    JsonNode linked = get("/quotes", "q", "problem:" + id);
    assertThat(linked.get("total").intValue()).isEqualTo(1);
    assertThat(linked.at("/items/0/turn").intValue()).isEqualTo(3);
  }

  @Test
  void consentTakenBackLeavesNeitherHitNorCount() throws Exception {
    api.put("/clients/" + mink + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(get("/quotes", "q", "lift").get("total").intValue()).isEqualTo(2);
    assertThat(get("/quotes/groups", "q", "lift", "by", "client").at("/facets/0/groups").size())
        .isEqualTo(1);
    assertThat(get("/quotes/lines", "q", "lift").get("total").intValue()).isEqualTo(2);
    assertThat(get("/quotes/sample", "q", "lift").get("total").intValue()).isEqualTo(2);
    assertThat(get("/quotes", "q", "client:mink").get("total").intValue()).isZero();
  }

  @Test
  void aQuestionThatCannotBeReadIsToldItsColumn() throws Exception {
    Answer refused = api.get("/quotes?q=" + encoded("lift speaker:aunt"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail"))
        .isEqualTo("column 14: a speaker is client, therapist, other or unattributed");
  }

  @Test
  void codesAreSuggestedFromTheCodebooks() throws Exception {
    assertThat(get("/quotes/suggestions", "prefix", "fe").at("/items/0/id").stringValue())
        .isEqualTo("emotion.fear");
    assertThat(get("/quotes/suggestions", "prefix", "scared").get("items").size()).isZero();
  }

  @Test
  void hitsAreCodedInOneGoAndTakenBackInOneGo() throws Exception {
    Answer made =
        api.post(
            "/coding-batches",
            "{\"q\":\"\\\"i was\\\" speaker:client\",\"apply\":\"emotion.joy\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/batch/standing").intValue()).isEqualTo(5);
    String batch = made.text("batch/id");
    practice.settle();
    assertThat(get("/quotes", "q", "emotion:joy status:confirmed").get("total").intValue())
        .isEqualTo(4);

    Answer again =
        api.post("/coding-batches", "{\"q\":\"\\\"i was\\\"\",\"apply\":\"emotion.joy\"}");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text("detail")).isEqualTo("there is nothing to code");

    assertThat(api.post("/coding-batches/" + batch + "/undo", "").json().get("standing").intValue())
        .isZero();
    practice.settle();
    assertThat(get("/quotes", "q", "emotion:joy status:confirmed").get("total").intValue())
        .isZero();
    assertThat(api.get("/coding-batches/" + batch).json().at("/codings/0/standing").stringValue())
        .isEqualTo("rejected");
    assertThat(api.post("/coding-batches/" + batch + "/undo", "").status()).isEqualTo(409);
    assertThat(practice.clinician().get("/coding-batches/" + batch).status()).isEqualTo(404);
  }

  @Test
  void chosenHitsAloneAreCodedAndNoUnknownCode() throws Exception {
    JsonNode chosen = get("/quotes", "q", "\"i was\" client:mink").at("/items/0");
    String only = "[{\"entry\":%s,\"turn\":%s}]".formatted(chosen.get("entry"), chosen.get("turn"));
    Answer made =
        api.post(
            "/coding-batches",
            "{\"q\":\"\\\"i was\\\"\",\"apply\":\"emotion.joy\",\"only\":" + only + "}");
    assertThat(made.json().at("/batch/codings").findValuesAsString("entry"))
        .containsOnly(chosen.get("entry").stringValue());
    assertThat(api.post("/coding-batches", "{\"q\":\"lift\",\"apply\":\"emotion.gone\"}").status())
        .isEqualTo(400);
    assertThat(api.post("/coding-batches", "{\"apply\":\"emotion.joy\",\"only\":[]}").status())
        .isEqualTo(400);
  }

  @Test
  void aSavedSearchIsItsOwnersAndAnsweredFromTodaysConsent() throws Exception {
    Answer kept = api.post("/searches", "{\"name\":\"The lift\",\"q\":\"lift speaker:client\"}");
    assertThat(kept.status()).isEqualTo(201);
    String id = kept.text("id");
    assertThat(api.get("/searches").json().at("/items/0/name").stringValue()).isEqualTo("The lift");
    assertThat(get("/searches/" + id + "/quotes").get("total").intValue()).isEqualTo(3);

    api.put("/clients/" + mink + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(get("/searches/" + id + "/quotes").get("total").intValue()).isEqualTo(1);

    var other = practice.clinician();
    assertThat(other.get("/searches").json().get("items").size()).isZero();
    assertThat(other.get("/searches/" + id + "/quotes").status()).isEqualTo(404);
    assertThat(other.delete("/searches/" + id).status()).isEqualTo(404);

    assertThat(api.post("/searches", "{\"name\":\"x\",\"q\":\"(lift\"}").status()).isEqualTo(400);
    assertThat(api.delete("/searches/" + id).status()).isEqualTo(204);
    assertThat(api.get("/searches").json().get("items").size()).isZero();
  }

  @Test
  void aListHoldsOnlyWhatMayBeHandedOut() throws Exception {
    for (String scope : List.of("external_export", "quote_verbatim")) {
      api.put("/clients/" + otter + "/consents/" + scope, "{\"decision\":\"granted\"}");
    }
    api.put("/clients/" + mink + "/consents/external_export", "{\"decision\":\"granted\"}");

    Answer csv = api.post("/quotes/exports", "{\"q\":\"lift speaker:client\"}");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.whole().body())
        .startsWith("client,session,date,time,speaker,words,codes,source\r\n")
        .contains("Otter,1,2026-01-12,,client,lift,emotion.fear?")
        .doesNotContain("Mink");
    assertThat(csv.whole().headers().firstValue("X-Quotes")).contains("1");
    assertThat(csv.whole().headers().firstValue("X-Left-Out")).contains("2");

    Answer markdown = api.post("/quotes/exports", "{\"q\":\"scared\",\"format\":\"markdown\"}");
    assertThat(markdown.whole().body())
        .contains("| Otter | session 1, 2026-01-12 | client | scared");
    assertThat(api.post("/quotes/exports", "{\"q\":\"lift\",\"format\":\"docx\"}").whole().body())
        .startsWith("PK");
    assertThat(practice.desk().custody().erase(Practice.ME, otter).handedOut()).hasSize(3);
  }

  @Test
  void likenessThatIsSwitchedOffSaysSo() throws Exception {
    Answer off = api.get("/quotes/like?text=afraid");
    assertThat(off.status()).isEqualTo(409);
    assertThat(off.text("detail")).contains("--likeness");
    assertThat(api.get("/quotes/like").status()).isEqualTo(400);
  }

  private JsonNode get(String path, String... parameters) throws Exception {
    var query = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(encoded(parameters[i + 1]));
    }
    Answer answer = api.get(query.toString());
    assertThat(answer.status()).as(query.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String consenting(String pseudonym) throws Exception {
    String client = api.post("/clients", "{\"pseudonym\":\"" + pseudonym + "\"}").text("id");
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    return client;
  }
}
