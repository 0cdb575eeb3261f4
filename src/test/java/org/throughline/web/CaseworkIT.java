package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What people write down beside the sessions, over a real server; held against the contract. */
class CaseworkIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;

  @BeforeEach
  void open() throws Exception {
    api = practice.clinician();
  }

  private String consenting(String pseudonym) throws Exception {
    String client =
        api.post(
                "/clients",
                "{\"pseudonym\":\"" + pseudonym + "\",\"problems\":[\"stuck in the lift\"]}")
            .text("id");
    grant(client, "treatment_analysis");
    return client;
  }

  private void grant(String client, String scope) throws Exception {
    assertThat(
            api.put("/clients/" + client + "/consents/" + scope, "{\"decision\":\"granted\"}")
                .status())
        .isEqualTo(200);
  }

  private String session(String client, String date) throws Exception {
    return session(client, Practice.TRANSCRIPT + "T: " + date + "\n", date);
  }

  private String session(String client, String transcript, String date) throws Exception {
    Answer kept =
        api.upload(
            client,
            transcript.getBytes(StandardCharsets.UTF_8),
            Map.of(
                "date",
                date,
                "roles",
                "{\"T\":\"therapist\",\"C\":\"client\"}",
                "keepBoth",
                "true"));
    assertThat(kept.status()).isEqualTo(201);
    return kept.text("session/id");
  }

  private String measure(String client, String json) throws Exception {
    Answer kept = api.post("/clients/" + client + "/measures", json.replace('\'', '"'));
    assertThat(kept.status()).as(kept.whole().body()).isEqualTo(201);
    return kept.text("id");
  }

  @Test
  void everyKindOfMeasureIsKeptAndLaidOut() throws Exception {
    String client = consenting("Otter");
    measure(
        client,
        "{'kind':'score','date':'2026-01-12','questionnaire':'phq9','value':15,'session':1}");
    measure(
        client,
        "{'kind':'score','date':'2026-02-09','questionnaire':'phq9','value':22,'session':4}");
    String goal =
        measure(
            client,
            "{'kind':'scaled_goal','date':'2026-01-12','words':'Take the lift','levels':['no','a"
                + " look','one floor','two','the top']}");
    measure(
        client, "{'kind':'scaled_rating','date':'2026-02-09','goal':'" + goal + "','level':-1}");
    String described =
        measure(client, "{'kind':'described_goal','date':'2026-01-12','words':'Sleep'}");
    measure(
        client,
        "{'kind':'described_rating','date':'2026-02-09','goal':'"
            + described
            + "','stage':'beginning'}");
    String item =
        measure(client, "{'kind':'personal_item','date':'2026-01-12','words':'Lifts frighten me'}");
    measure(
        client, "{'kind':'personal_rating','date':'2026-01-12','item':'" + item + "','rating':6}");
    measure(client, "{'kind':'one_word','date':'2026-01-13','word':'stuck'}");
    measure(client, "{'kind':'chapter_title','date':'2026-01-14','title':'Between Floors'}");
    for (int i = 0; i < 3; i++) {
      measure(
          client, "{'kind':'alliance','date':'2026-01-1" + i + "','rating':9,'comment':'calm'}");
    }
    measure(client, "{'kind':'alliance','date':'2026-01-20','rating':6,'comment':'rushed'}");
    measure(client, "{'kind':'participation','date':'2026-01-12','step':'initiates'}");
    measure(client, "{'kind':'support','date':'2026-01-12','grade':'prompted','minutes':20}");
    measure(
        client,
        "{'kind':'tracking','date':'2026-01-12','description':'calmer','stillStuck':'the top floor'}");
    measure(client, "{'kind':'story_rating','date':'2026-01-12','level':2}");
    measure(
        client, "{'kind':'context','date':'2026-01-10','category':'job','what':'night shifts'}");
    measure(client, "{'kind':'review','date':'2026-02-10','answer':'I took one floor'}");
    api.post(
        "/clients/" + client + "/check-ins",
        "{\"date\":\"2026-01-15\",\"prompt\":\"one_word\",\"text\":\"lighter\"}");

    JsonNode board = api.get("/clients/" + client + "/measures").json();

    assertThat(board.at("/questionnaires/0/outcome").stringValue()).isEqualTo("reliably worse");
    assertThat(board.at("/questionnaires/0/norm/source").stringValue()).isNotBlank();
    assertThat(board.get("alerts").findValuesAsString("kind"))
        .containsExactly("no_improvement", "deterioration");
    assertThat(board.at("/goals/t/0/t").doubleValue()).isEqualTo(40.0);
    assertThat(board.at("/goals/described/0/ratings/0/stage").stringValue()).isEqualTo("beginning");
    assertThat(board.at("/personal/means/0/mean").doubleValue()).isEqualTo(6);
    assertThat(board.get("oneWords").findValuesAsString("word"))
        .containsExactly("stuck", "lighter");
    assertThat(board.at("/alliance/3/dip").booleanValue()).isTrue();
    assertThat(board.at("/reviews/0/answer").stringValue()).isEqualTo("I took one floor");
    assertThat(api.get("/questionnaires").json().findValuesAsString("id")).contains("phq9", "ors");

    session(client, "2026-01-12");
    JsonNode course = api.get("/clients/" + client + "/trajectory").json();
    assertThat(course.at("/coincidences/0/category").stringValue()).isEqualTo("job");
    assertThat(course.at("/coincidences/0/days").intValue()).isEqualTo(2);
  }

  @Test
  void whatAMeasureDoesNotAllowIsRefusedAndSaysWhy() throws Exception {
    String client = consenting("Otter");
    for (String[] bad :
        List.of(
            new String[] {"{'kind':'mood','date':'2026-01-12'}", "kind is one of"},
            new String[] {"[]", "an entry is a JSON object"},
            new String[] {"{'kind':'one_word','date':'2026-01-12'}", "word is missing"},
            new String[] {"{'kind':'alliance','rating':7}", "date is missing"},
            new String[] {
              "{'kind':'alliance','date':'2026-01-12','rating':11}", "between 1 and 10"
            },
            new String[] {
              "{'kind':'score','date':'2026-01-12','questionnaire':'phq9','value':40}",
              "lies between"
            },
            new String[] {
              "{'kind':'score','date':'2026-01-12','questionnaire':'tea','value':4}",
              "no questionnaire has this id"
            },
            new String[] {
              "{'kind':'scaled_rating','date':'2026-01-12','goal':'g','level':1}",
              "no such scaled goal"
            },
            new String[] {
              "{'kind':'scaled_goal','date':'2026-01-12','words':'x','levels':['a']}",
              "all five level texts"
            },
            new String[] {
              "{'kind':'tracking','date':'2026-01-12','description':'x'}", "stillStuck is missing"
            },
            new String[] {
              "{'kind':'context','date':'soon','category':'job','what':'Wrenna'}",
              "not of the shape"
            },
            new String[] {
              "{'kind':'one_word','date':'2026-01-12','word':'x','colour':'red'}",
              "not of the shape"
            })) {
      Answer refused = api.post("/clients/" + client + "/measures", bad[0].replace('\'', '"'));
      assertThat(refused.status()).as(bad[0]).isEqualTo(400);
      assertThat(refused.text("detail")).as(bad[0]).contains(bad[1]).doesNotContain("Wrenna");
    }
    assertThat(api.get("/clients/" + client + "/measures").json().findValuesAsString("id"))
        .isEmpty();
  }

  @Test
  void anEntryIsWithdrawnAndNotEdited() throws Exception {
    String client = consenting("Otter");
    String measures = "/clients/" + client + "/measures/";
    String word = measure(client, "{'kind':'one_word','date':'2026-01-13','word':'stuck'}");
    String checkIn =
        api.post(
                "/clients/" + client + "/check-ins",
                "{\"date\":\"2026-01-15\",\"prompt\":\"chapter_title\",\"text\":\"Up\"}")
            .text("id");
    assertThat(api.delete(measures + word + "?reason=typo").json().get("oneWords").size()).isZero();
    assertThat(api.delete(measures + checkIn).json().get("chapterTitles").size()).isZero();
    assertThat(api.delete(measures + word).status()).isEqualTo(404);
    assertThat(api.delete(measures + "nothing").status()).isEqualTo(404);
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"refused\"}");
    assertThat(api.get("/clients/" + client + "/measures").status()).isEqualTo(403);
  }

  @Test
  void aProblemIsTracedPassageByPassage() throws Exception {
    String client = consenting("Otter");
    String first = session(client, "2026-01-12");
    String second = session(client, "2026-01-19");
    String problems = "/clients/" + client + "/problems";
    JsonNode entered = api.get(problems).json().at("/items/0");
    assertThat(entered.get("words").stringValue()).isEqualTo("stuck in the lift");
    assertThat(entered.get("namedByClient").booleanValue()).isTrue();

    Answer named = api.post(problems, "{\"words\":\"fear of heights\",\"byClient\":false}");
    assertThat(named.status()).isEqualTo(201);
    String problem = problems + "/" + named.text("problem");
    assertThat(
            api.put(problem + "/name", "{\"words\":\"being high up\",\"byClient\":true}")
                .text("words"))
        .isEqualTo("being high up");

    String early = place(first, 1, 6, 24);
    String late = place(second, 5, 0, 14);
    JsonNode linked = api.post(problem + "/passages", early).json();
    assertThat(linked.at("/passages/0/quote").stringValue()).isEqualTo("I was scared on Mo");
    assertThat(linked.at("/passages/0/confirmed").isNull()).isTrue();
    api.post(problem + "/passages", late);
    api.post(problem + "/stages", "{\"passage\":" + early + ",\"stage\":4.5}");
    JsonNode strip = api.post(problem + "/stages", "{\"passage\":" + late + ",\"stage\":3}").json();
    assertThat(strip.get("reached").doubleValue()).isEqualTo(3);
    assertThat(strip.at("/setbacks/0/drop").doubleValue()).isEqualTo(1.5);
    assertThat(strip.at("/sessions/1/median").doubleValue()).isEqualTo(3);

    JsonNode explained =
        api.post(
                problem + "/setbacks",
                "{\"passage\":" + late + ",\"reason\":\"harder_material\",\"note\":\"the roof\"}")
            .json();
    assertThat(explained.at("/setbacks/0/reason").stringValue()).startsWith("harder material");
    assertThat(api.get(problem + "/candidates").status()).isEqualTo(200);

    String session = api.get("/clients/" + client + "/reports/session-note").whole().body();
    assertThat(session).contains("being high up");

    JsonNode unlinked =
        api.delete(problem + "/passages?session=" + second + "&turn=5&start=0&end=14").json();
    assertThat(unlinked.get("passages").size()).isEqualTo(1);
    assertThat(unlinked.get("reached").isNull()).isTrue();

    assertThat(api.post(problem + "/passages", place(first, 1, 6, 2400)).status()).isEqualTo(400);
    assertThat(api.post(problem + "/passages", place(first, 99, 0, 4)).status()).isEqualTo(400);
    assertThat(api.post(problem + "/passages", place("nowhere", 1, 0, 4)).status()).isEqualTo(404);
    assertThat(api.post(problem + "/stages", "{\"passage\":" + late + ",\"stage\":3}").status())
        .isEqualTo(400);
    assertThat(api.post(problem + "/stages", "{\"passage\":" + early + ",\"stage\":3.2}").status())
        .isEqualTo(400);
    assertThat(api.post(problems + "/none/passages", early).status()).isEqualTo(404);
    String other = session(consenting("Mink"), "2026-01-12");
    assertThat(api.post(problem + "/passages", place(other, 1, 0, 4)).status()).isEqualTo(404);
  }

  private static String place(String session, int turn, int start, int end) {
    return "{\"session\":\"%s\",\"turn\":%d,\"start\":%d,\"end\":%d}"
        .formatted(session, turn, start, end);
  }

  @Test
  void aFindingIsReviewedOnlyAfterItsCounterEvidenceWasOpened() throws Exception {
    String client = consenting("Otter");
    session(client, "2026-01-12");
    String claims = "/clients/" + client + "/claims";
    String claim = "{\"claim\":\"emotion.positive/session\"}";

    Answer early = api.post(claims + "/reviews", claim);
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.text("detail")).contains("open what speaks against this claim");

    Answer opened = api.post(claims + "/evidence", claim);
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("opposes/searched")).contains("searched for emotion.sadness");
    Answer reviewed = api.post(claims + "/reviews", claim);
    assertThat(reviewed.json().get("reviewed").booleanValue()).isTrue();
    assertThat(reviewed.text("says")).isEqualTo("not enough sessions");

    Answer skipped =
        api.post(
            claims + "/reviews",
            "{\"claim\":\"emotion.negative/session\",\"skipReason\":\"read the whole session\"}");
    assertThat(skipped.text("skipReason")).isEqualTo("read the whole session");

    String word = "{\"claim\":\"emotion.positive/session\",\"status\":\"disputed\"";
    assertThat(api.post(claims + "/client-words", word + "}").status()).isEqualTo(400);
    JsonNode disputed =
        api.post(claims + "/client-words", word + ",\"words\":\"It was one bun.\"}").json();
    assertThat(disputed.get("countsAsPositive").booleanValue()).isFalse();
    JsonNode all = api.get(claims).json();
    assertThat(all.findValuesAsString("clientsWords")).contains("It was one bun.");
    assertThat(all.findValuesAsString("claim")).anyMatch(name -> name.startsWith("problem/"));
    assertThat(practice.desk().course(Practice.ME, client).text()).contains("the client disputes");

    assertThat(api.post(claims + "/evidence", "{\"claim\":\"luck/session\"}").status())
        .isEqualTo(404);
    assertThat(
            api.post(
                    claims + "/evidence",
                    "{\"claim\":\"emotion.positive/session\",\"session\":\"none\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aPointOpensToQuotesWithTheTurnsAroundThem() throws Exception {
    String client = consenting("Otter");
    String session = session(client, wordy(), "2026-01-12");
    JsonNode opened =
        api.post(
                "/clients/" + client + "/claims/evidence",
                "{\"claim\":\"emotion.negative/session\",\"session\":\"" + session + "\"}")
            .json();
    JsonNode first = opened.at("/supports/quotes/0");
    assertThat(first.at("/quote/quote").stringValue()).isEqualTo("scared");
    assertThat(first.at("/before/text").stringValue()).isEqualTo("And then?");
    assertThat(opened.at("/supports/quotes").size()).isEqualTo(3);
    assertThat(opened.at("/opposes/searched").stringValue()).contains("client words");
  }

  /** Enough words for a figure. */
  private static String wordy() {
    var text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("T: And then?\nC: I was scared in the lift and I counted tile number ")
          .append(i)
          .append(".\n");
    }
    return text.toString();
  }

  @Test
  void whatWasAMistakeIsTakenBack() throws Exception {
    String client = consenting("Otter");
    String session = session(client, "2026-01-12");
    String missed =
        api.post("/clients/" + client + "/missed-sessions", "{\"date\":\"2026-01-19\"}").text("id");
    practice.settle();

    assertThat(api.delete("/clients/" + client + "/missed-sessions/" + missed).text("id"))
        .isEqualTo(missed);
    assertThat(api.delete("/clients/" + client + "/missed-sessions/" + missed).status())
        .isEqualTo(404);
    assertThat(api.delete("/sessions/" + session).status()).isEqualTo(204);

    practice.settle();
    JsonNode course = api.get("/clients/" + client + "/trajectory").json();
    assertThat(course.get("meetings").size()).isZero();
    assertThat(course.toString()).doesNotContain("missed");
    assertThat(api.get("/quotes?q=scared").json().get("items").size()).isZero();
    assertThat(api.delete("/sessions/none").status()).isEqualTo(404);
  }

  @Test
  void whatIsSetForAClientAndASessionIsKept() throws Exception {
    String client = consenting("Otter");
    String session = session(client, "2026-01-12");
    String profile = "/clients/" + client + "/profile";
    assertThat(api.get(profile).json().get("reviewEvery").intValue()).isEqualTo(6);
    JsonNode set =
        api.put(
                profile,
                "{\"changeTarget\":\"taking the stairs\",\"norms\":{\"oq45\":\"nl\"},"
                    + "\"groups\":{\"language\":\"en\"},\"reviewEvery\":4}")
            .json();
    assertThat(api.get(profile).json()).isEqualTo(set);
    assertThat(
            api.get("/clients/" + client + "/trajectory")
                .json()
                .get("series")
                .findValuesAsString("indicator"))
        .contains("talk.change");
    measure(client, "{'kind':'score','date':'2026-01-12','questionnaire':'oq45','value':60}");
    assertThat(api.get("/clients/" + client + "/measures").text("questionnaires/0/norm/population"))
        .contains("Netherlands");
    assertThat(api.put(profile, "{\"norms\":{\"oq45\":\"moon\"}}").status()).isEqualTo(400);
    assertThat(api.put(profile, "{\"reviewEvery\":0}").status()).isEqualTo(400);

    String setting = "/sessions/" + session + "/setting";
    assertThat(api.get(setting).text("source")).isEmpty();
    api.put(setting, "{\"source\":\"human\",\"therapist\":\"lind\"}");
    assertThat(api.get(setting).text("therapist")).isEqualTo("lind");
    assertThat(api.put("/sessions/none/setting", "{}").status()).isEqualTo(404);
  }

  @Test
  void reportsRestOnWhatWasWrittenDownAndTheirManifestsAreKept() throws Exception {
    String client = consenting("Otter");
    grant(client, "external_export");
    session(client, wordy(), "2026-01-12");
    session(client, wordy() + "T: Bye.\n", "2026-01-19");
    measure(client, "{'kind':'review','date':'2026-01-20','answer':'I took one floor'}");
    String funder = api.get("/clients/" + client + "/reports/funder").whole().body();
    assertThat(funder).contains("## Review points", "I took one floor", "## Outcomes");

    JsonNode made = api.get("/clients/" + client + "/manifests").json();
    assertThat(made.findValuesAsString("report")).containsExactly("funder");
    api.get("/clients/" + client + "/reports/funder");
    assertThat(api.get("/clients/" + client + "/manifests").json().get("items").size())
        .isEqualTo(1);
    String manifest = "/clients/" + client + "/manifests/" + made.at("/items/0/id").stringValue();
    assertThat(api.get(manifest).text("report")).isEqualTo("funder");
    JsonNode holds = api.post(manifest + "/verification", "").json();
    assertThat(holds.get("holds").booleanValue()).isTrue();
    assertThat(holds.get("figures").intValue()).isPositive();

    session(client, wordy() + "T: Bye now.\n", "2026-01-26");
    JsonNode after = api.post(manifest + "/verification", "").json();
    assertThat(after.get("holds").booleanValue()).isFalse();
    assertThat(after.get("problems").size()).isPositive();
    assertThat(api.get("/clients/" + client + "/manifests/none").status()).isEqualTo(404);
  }

  @Test
  void aCohortIsCountedWithoutItsSmallCells() throws Exception {
    for (int i = 0; i < 12; i++) {
      consenting("P" + i);
    }
    String question =
        "{\"cohort\":\"everybody in May\",\"indicator\":\"agency.share\",\"attribute\":\"\"}";
    Answer made = api.post("/cohort-reports", question);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("columns").get(3).stringValue()).isEqualTo("left out");
    assertThat(made.json().at("/cells/0/4").intValue()).isEqualTo(12);
    assertThat(made.json().at("/cells/0/0").isNull()).isTrue();

    consenting("one more");
    JsonNode next = api.post("/cohort-reports", question).json();
    assertThat(next.at("/cells/0/4").isNull()).as("12 and 13 would tell of one").isTrue();
    assertThat(api.get("/cohort-reports").json().get("items").size()).isEqualTo(2);
    assertThat(api.post("/cohort-reports", question, "Accept", "text/markdown").whole().body())
        .startsWith("# Cohort report");
    assertThat(api.post("/cohort-reports", "{\"cohort\":\"x\",\"indicator\":\"luck\"}").status())
        .isEqualTo(400);

    JsonNode exceptions = api.get("/exceptions").json();
    assertThat(exceptions.get("clients").intValue()).isEqualTo(13);
    assertThat(exceptions.at("/sections/4/lines").findValuesAsString("pseudonym")).contains("P3");
    assertThat(api.get("/exceptions", "text/html").whole().body()).contains("No data");
    assertThat(practice.clinician().get("/exceptions").json().get("clients").intValue()).isZero();
  }
}
