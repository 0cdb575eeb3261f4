package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.web.Api.Answer;

/** What a supervisor sees grows and shrinks with the client's consents, request by request. */
class SupervisionIT {

  private static final String TRANSCRIPT =
      """
      Marit Lind: How was the week?
      Otto: I told Marit that I was scared on Monday.
      Marit Lind: In the lift.
      Otto: It stopped between two floors and I counted the tiles.
      """;

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api clinician;
  private Api supervisor;
  private String client;
  private String session;

  @BeforeEach
  void open() throws Exception {
    clinician = practice.clinician();
    supervisor = practice.as(AccountRole.SUPERVISOR);
    Api admin = practice.as(AccountRole.ADMIN);
    admin.post(
        "/ties",
        "{\"kind\":\"supervises\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(supervisor.account(), clinician.account()));
    client =
        clinician
            .post("/clients", "{\"pseudonym\":\"Otter\",\"problems\":[\"the lift\"]}")
            .text("id");
    answer("treatment_analysis", "granted");
    Map<String, String> fields =
        Map.of(
            "date", "2026-01-12",
            "roles", "{\"Marit Lind\":\"therapist\",\"Otto\":\"client\"}");
    session =
        clinician
            .upload(client, TRANSCRIPT.getBytes(StandardCharsets.UTF_8), fields)
            .text("session/id");
    practice.settle();
  }

  private void answer(String scope, String decision) throws Exception {
    clinician.put(
        "/clients/" + client + "/consents/" + scope, "{\"decision\":\"" + decision + "\"}");
  }

  private Answer ask(String rest) throws Exception {
    return supervisor.get("/clients/" + client + rest);
  }

  private int found(String words) throws Exception {
    return supervisor.get("/quotes?q=" + words).json().get("items").size();
  }

  @Test
  void withoutConsentToSupervisionThereIsNothing() throws Exception {
    assertThat(ask("").status()).isEqualTo(404);
    assertThat(ask("/trajectory").status()).isEqualTo(404);
    assertThat(supervisor.get("/clients").json().get("items").size()).isZero();
    assertThat(found("scared")).isZero();
  }

  @Test
  void withSupervisionAloneThereAreFiguresAndNoWords() throws Exception {
    answer("supervision", "granted");
    Answer shown = ask("");
    assertThat(shown.text("pseudonym")).isEqualTo("Otter");
    assertThat(shown.json().at("/problems/0/words").isNull()).isTrue();
    assertThat(supervisor.get("/clients").json().at("/items/0/problems/0/words").isNull()).isTrue();
    Answer course = ask("/trajectory");
    assertThat(course.json().at("/meetings/0/codes/emotion.fear").intValue()).isEqualTo(1);
    assertThat(course.whole().body())
        .doesNotContain("scared", "Marit", "tiles", "the lift")
        .contains("The words are left out");
    assertThat(found("scared")).isZero();
    assertThat(ask("/sessions").json().get("items").size()).isEqualTo(1);
    assertThat(supervisor.get("/sessions/" + session).status()).isEqualTo(404);
    assertThat(ask("/reports/supervision-snapshot").status()).isEqualTo(403);
    assertThat(ask("/reports/session-note").status()).isEqualTo(403);
  }

  @Test
  void withVerbatimQuotesNamesAreTagsUntilTheyAreRevealed() throws Exception {
    answer("supervision", "granted");
    answer("quote_verbatim", "granted");
    Answer hits = supervisor.get("/quotes?q=scared");
    assertThat(hits.text("items/0/text")).isEqualTo("I told [name] that I was scared on Monday.");
    int start = hits.json().at("/items/0/marks/0/start").intValue();
    assertThat(hits.text("items/0/text").substring(start)).startsWith("scared");
    assertThat(found("marit")).isZero();
    assertThat(supervisor.get("/quotes?q=marit").text("count")).isEqualTo("0");
    assertThat(supervisor.get("/quotes?q=mari*").json().get("items").size()).isZero();
    assertThat(ask("/trajectory").whole().body()).contains("scared").doesNotContain("Marit");
    assertThat(ask("/reports/supervision-snapshot").whole().body()).doesNotContain("Marit");
    assertThat(ask("/reports/session-note").status()).isEqualTo(403);
    assertThat(supervisor.get("/sessions/" + session).status()).isEqualTo(404);

    String reveal = "/sessions/" + session + "/reveal";
    assertThat(supervisor.post(reveal, "{\"turn\":1,\"reason\":\"curious\"}").status())
        .isEqualTo(400);
    assertThat(supervisor.post(reveal, "{\"turn\":9,\"reason\":\"safety\"}").status())
        .isEqualTo(404);
    assertThat(supervisor.post(reveal, "{\"turn\":1,\"reason\":\"safety\"}").text("text"))
        .isEqualTo("I told Marit that I was scared on Monday.");
  }

  @Test
  void printedReportsTagWhoIsOnlySpokenOf() throws Exception {
    String sister = "my sister zelmira frightened me";
    client =
        clinician
            .post("/clients", "{\"pseudonym\":\"Vole\",\"problems\":[\"%s\"]}".formatted(sister))
            .text("id");
    for (String scope : List.of("treatment_analysis", "supervision", "quote_verbatim")) {
      answer(scope, "granted");
    }
    String told =
        "T: And?\nC: Well, "
            + sister
            + "."
            + " I counted the tiles and then the lamps on the wall.".repeat(60)
            + "\n";
    String entry =
        clinician
            .upload(client, told.getBytes(StandardCharsets.UTF_8), Map.of("date", "2026-01-12"))
            .text("session/id");
    int start = "Well, ".length();
    String marked =
        "{\"turn\":1,\"start\":%d,\"end\":%d,\"code\":\"emotion.fear\"}"
            .formatted(start, start + sister.length());
    assertThat(clinician.post("/sessions/" + entry + "/codings", marked).status()).isEqualTo(201);

    assertThat(clinicians("supervision-snapshot")).contains("“" + sister + "”");
    assertThat(report("supervision-snapshot", "text/markdown"))
        .contains("“my sister \\[name\\] frightened me”")
        .doesNotContain("zelmira");
    assertThat(report("supervision-snapshot", "text/html"))
        .contains("“my sister [name] frightened me”")
        .doesNotContain("zelmira");
    String sample = "reconciliation?figure=emotion.negative@" + entry;
    assertThat(clinicians(sample)).contains("zelmira");
    assertThat(report(sample, "text/html"))
        .contains("<q>my sister [name] frightened me</q> [1.1]")
        .doesNotContain("zelmira");
  }

  private String clinicians(String report) throws Exception {
    return clinician.get("/clients/" + client + "/reports/" + report).whole().body();
  }

  private String report(String report, String type) throws Exception {
    Answer answer = supervisor.get("/clients/" + client + "/reports/" + report, type);
    assertThat(answer.status()).as(report).isEqualTo(200);
    return answer.whole().body();
  }

  /** Three letters at a time, or whole: a question says nothing of a name that is a tag. */
  @Test
  void noQuestionTellsWhetherATaggedNameIsThere() throws Exception {
    answer("supervision", "granted");
    answer("quote_verbatim", "granted");
    Map<String, String> fields =
        Map.of(
            "date", "2026-01-19",
            "roles", "{\"Marit Lind\":\"therapist\",\"Otto\":\"client\"}");
    clinician.upload(
        client,
        """
        Marit Lind: And the family?
        Otto: I asked my sister zelmira and she was frightened too.
        """
            .getBytes(StandardCharsets.UTF_8),
        fields);
    practice.settle();
    assertThat(text("/quotes?q=frightened"))
        .contains("my sister [name] and she was frightened too");
    assertThat(clinician.get("/quotes?q=zelmira").json().get("items").size()).isEqualTo(1);
    for (String way : List.of("/quotes?q=", "/quotes/lines?q=", "/quotes/groups?by=client&q=")) {
      for (String[] pair :
          List.of(
              new String[] {"zelmira", "qqqqira"},
              new String[] {"zelm*", "qqqq*"},
              new String[] {"frightened zelm*", "frightened qqqq*"},
              new String[] {"frightened OR zelm*", "frightened OR qqqq*"},
              new String[] {"scared OR zelm*", "scared OR qqqq*"},
              new String[] {"frightened OR marit", "frightened OR qqqq"},
              new String[] {"sister NEAR/3 zelm*", "sister NEAR/3 qqqq*"},
              new String[] {"frightened NOT zelm*", "frightened NOT qqqq*"},
              new String[] {"speaker:client NOT zelm*", "speaker:client NOT qqqq*"})) {
        assertThat(text(way + coded(pair[0]) + "&limit=1"))
            .as(way + pair[0])
            .isEqualTo(text(way + coded(pair[1]) + "&limit=1"));
      }
    }
    assertThat(found("scared")).isEqualTo(1);
    assertThat(found(coded("scared OR frightened"))).isEqualTo(2);
    assertThat(supervisor.get("/quotes?q=" + coded("scared OR frightened")).text("count"))
        .isEqualTo("2");
    assertThat(text("/quotes/lines?q=sister&width=9")).contains("[name]").doesNotContain("zelm");
  }

  private String text(String path) throws Exception {
    Answer answer = supervisor.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json().toString();
  }

  private static String coded(String question) {
    return URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  @Test
  void whatIsTakenBackIsGoneOnTheNextRequest() throws Exception {
    answer("supervision", "granted");
    answer("quote_verbatim", "granted");
    assertThat(found("scared")).isEqualTo(1);
    answer("quote_verbatim", "refused");
    assertThat(found("scared")).isZero();
    assertThat(ask("/trajectory").whole().body()).doesNotContain("scared");
    answer("supervision", "refused");
    for (String rest : List.of("", "/trajectory", "/sessions", "/reports/supervision-snapshot")) {
      assertThat(ask(rest).status()).as(rest).isEqualTo(404);
    }
    assertThat(supervisor.get("/clients").json().get("items").size()).isZero();
  }
}
