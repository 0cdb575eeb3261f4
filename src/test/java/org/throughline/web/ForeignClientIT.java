package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Rates;
import org.throughline.desk.Practice;

/** A client of somebody else's changes nothing that one can see: no hit, total, count or error. */
class ForeignClientIT {

  private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

  @RegisterExtension final OpenPractice practice = OpenPractice.inAHurry();

  private final HttpClient http = HttpClient.newHttpClient();

  private static String enter(Api api) throws Exception {
    String client =
        api.post("/clients", "{\"pseudonym\":\"Otter\",\"problems\":[\"the lift\"]}").text("id");
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    return client;
  }

  @Test
  void everyAnswerIsTheSameWithAndWithoutAForeignClient() throws Exception {
    Api ada = practice.clinician();
    Api bob = practice.clinician();
    String own = enter(ada);
    ada.upload(own, Practice.TRANSCRIPT, "2026-01-12");
    practice.settle();
    List<String> questions =
        List.of(
            "/clients",
            "/clients/" + own,
            "/clients/" + own + "/trajectory",
            "/quotes?q=scared",
            "/quotes?q=zebra",
            "/quotes?q=client:otter",
            "/quotes?q=client:heron",
            "/quotes?code=emotion&order=client",
            "/quotes?q=happy&client=" + UNKNOWN,
            "/quotes/lines?q=scared&sort=left",
            "/quotes/lines?q=zebra",
            "/quotes/groups?q=scared&by=code,client,month,clinician",
            "/quotes/groups?q=zebra&by=code,client,month",
            "/quotes/sample?q=code:emotion.*&seed=7&size=20",
            "/quotes/suggestions?prefix=fe",
            "/quotes?q=(",
            "/quotes?q=scared&cursor=900",
            "/codebooks");
    Map<String, String> before = answers(ada, questions);

    String foreign = enter(bob);
    String more = Practice.TRANSCRIPT.replace("tiles", "zebra tiles");
    assertThat(bob.upload(foreign, more, "2026-01-12").status()).isEqualTo(201);
    practice.settle();
    assertThat(bob.get("/quotes?q=zebra").text("count")).isEqualTo("1");

    Map<String, String> after = answers(ada, questions);
    questions.forEach(
        question -> assertThat(after.get(question)).as(question).isEqualTo(before.get(question)));
    System.out.printf("foreign client: %d answers compared, all the same%n", questions.size());
  }

  private static Map<String, String> answers(Api api, List<String> questions) throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String question : questions) {
      var answer = api.get(question);
      answers.put(question, answer.status() + " " + answer.whole().body());
    }
    return answers;
  }

  @Test
  void onEveryRouteAForeignIdIsAnsweredLikeOneThatNeverWas() throws Exception {
    Api bob = practice.clinician();
    String client = enter(bob);
    String session = bob.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    String coding = bob.get("/sessions/" + session).text("codings/0/id");
    int compared = 0;
    for (AccountRole[] roles :
        new AccountRole[][] {
          {AccountRole.CLINICIAN, AccountRole.SUPERVISOR, AccountRole.RESEARCHER},
          {AccountRole.REVIEWER, AccountRole.ADMIN}
        }) {
      Api stranger = practice.as(roles);
      for (Route route :
          Routes.of(
              practice.desk(),
              practice.server().accounts(),
              new Rates(java.time.Clock.systemUTC()),
              null)) {
        String id =
            switch (route.about()) {
              case CLIENT -> client;
              case ENTRY -> session;
              case CODING -> coding;
              case NOBODY, EACH -> "";
            };
        if (!id.isEmpty()) {
          HttpResponse<String> foreign = call(stranger, route, id);
          HttpResponse<String> unknown = call(stranger, route, UNKNOWN);
          assertThat(foreign.statusCode()).as(route.toString()).isEqualTo(404);
          assertThat(foreign.body()).as(route.toString()).isEqualTo(unknown.body());
          assertThat(foreign.headers().map().keySet())
              .as(route.toString())
              .isEqualTo(unknown.headers().map().keySet());
          compared++;
        }
      }
    }
    System.out.printf("foreign ids: %d requests, each like an unknown id%n", compared);
    assertThat(bob.get("/sessions/" + session).status()).isEqualTo(200);
  }

  private HttpResponse<String> call(Api api, Route route, String id) throws Exception {
    String path =
        route
            .path()
            .replace("{id}", id)
            .replace("{scope}", "research")
            .replace("{name}", "funder")
            .replaceAll("\\{[a-z]+}", "1");
    return http.send(
        HttpRequest.newBuilder(URI.create(practice.address().replaceAll("/$", "") + path))
            .headers(api.credentials())
            .header("Content-Type", "application/json")
            .method(
                route.method().name(),
                route.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }
}
