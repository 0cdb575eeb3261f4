package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Rates;
import org.throughline.web.Api.Answer;

/**
 * A client's words and names are put in wherever there is a place for them; then those who may see
 * none, or none that name somebody, call every route there is and read all that comes back. And
 * whoever treats one client cannot reach another's things by naming them under their own.
 */
class NoWordsIT {

  /** Said, written or noted of the client; each of these stems is in no codebook and no label. */
  private static final List<String> WORDS =
      List.of("zebra", "quagga", "okapi", "tapir", "gnu", "ibex", "kudu", "eland", "dikdik");

  private static final List<String> NAMES = List.of("Marit", "Otto");

  @RegisterExtension final OpenPractice practice = OpenPractice.inAHurry();

  private final HttpClient http = HttpClient.newHttpClient();
  private Api clinician;
  private Api supervisor;
  private Api officer;

  @BeforeEach
  void open() throws Exception {
    clinician = practice.clinician();
    supervisor = practice.as(AccountRole.SUPERVISOR);
    officer = practice.as(AccountRole.PRIVACY_OFFICER, AccountRole.ADMIN);
    officer.post(
        "/ties",
        "{\"kind\":\"supervises\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(supervisor.account(), clinician.account()));
  }

  /** A client's things by the name that stands for them in paths. */
  private Map<String, String> enter(Api api) throws Exception {
    Map<String, String> ids = new HashMap<>();
    String client =
        api.post("/clients", "{\"pseudonym\":\"Heron\",\"problems\":[\"the zebra\"]}").text("id");
    ids.put("client", client);
    answer(api, client, "treatment_analysis", "granted");
    Map<String, String> fields =
        Map.of("date", "2026-01-12", "roles", "{\"Marit\":\"therapist\",\"Otto\":\"client\"}");
    String transcript =
        "Marit: How was the quagga?\n"
            + "Otto: I told Marit I was scared of the okapi.\n".repeat(3)
            + "Marit: And the tapir, Otto?\nOtto: I was happy with the tapir.\n";
    Answer kept = api.upload(client, transcript.getBytes(StandardCharsets.UTF_8), fields);
    assertThat(kept.status()).isEqualTo(201);
    ids.put("session", kept.text("session/id"));
    ids.put("coding", api.get("/sessions/" + ids.get("session")).text("codings/0/id"));
    String base = "/clients/" + client;
    answer(api, client, "research", "granted");
    Answer card =
        api.put(base + "/identity-card", "{\"names\":[\"Otto\"],\"employers\":[\"the zebra\"]}");
    assertThat(card.status()).isEqualTo(200);
    Answer missed =
        api.post(base + "/missed-sessions", "{\"date\":\"2026-01-19\",\"reason\":\"a gnu\"}");
    ids.put("missed", missed.text("id"));
    api.post(
        base + "/check-ins", "{\"date\":\"2026-01-15\",\"prompt\":\"one_word\",\"text\":\"ibex\"}");
    String measures = base + "/measures";
    Answer goal =
        api.post(
            measures,
            "{\"kind\":\"described_goal\",\"date\":\"2026-01-12\",\"words\":\"ride the kudu\"}");
    assertThat(goal.status()).isEqualTo(201);
    ids.put("entry", goal.text("id"));
    api.post(
        measures,
        "{\"kind\":\"context\",\"date\":\"2026-01-10\",\"category\":\"job\",\"what\":\"an eland\"}");
    Answer problem =
        api.post(base + "/problems", "{\"words\":\"fear of the dikdik\",\"byClient\":true}");
    assertThat(problem.status()).isEqualTo(201);
    ids.put("problem", problem.text("problem"));
    api.post(
        base + "/problems/" + ids.get("problem") + "/passages",
        "{\"session\":\"%s\",\"turn\":1,\"start\":0,\"end\":20}".formatted(ids.get("session")));
    api.post(
        base + "/claims/client-words",
        "{\"claim\":\"emotion.positive/session\",\"status\":\"disputed\",\"words\":\"no zebra\"}");
    api.get(base + "/reports/session-note");
    Answer manifests = api.get(base + "/manifests");
    ids.put(
        "manifest",
        manifests.json().at("/items/0/id").isMissingNode() ? "none" : manifests.text("items/0/id"));
    practice.settle();
    return ids;
  }

  private static void answer(Api api, String client, String scope, String decision)
      throws Exception {
    api.put("/clients/" + client + "/consents/" + scope, "{\"decision\":\"" + decision + "\"}");
  }

  /** A session on its way to research, half reviewed. */
  private void underReview(Map<String, String> ids) throws Exception {
    Api reviewer = practice.as(AccountRole.REVIEWER);
    officer.post(
        "/ties",
        "{\"kind\":\"reviews\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(reviewer.account(), ids.get("client")));
    assertThat(reviewer.post("/clients/" + ids.get("client") + "/drafts", "{}").status())
        .isEqualTo(200);
    Answer open = reviewer.post("/sessions/" + ids.get("session") + "/review", "{}");
    assertThat(open.whole().body()).contains("okapi", "Marit");
  }

  private HttpResponse<String> call(Api api, Route route, Map<String, String> ids)
      throws Exception {
    String id =
        switch (route.about()) {
          case CLIENT -> ids.get("client");
          case ENTRY -> ids.get("session");
          case CODING -> ids.get("coding");
          case NOBODY, EACH -> "emotion";
        };
    String path = route.path().replace("{id}", id).replace("{name}", name(route));
    for (Map.Entry<String, String> one : ids.entrySet()) {
      path = path.replace("{" + one.getKey() + "}", one.getValue());
    }
    path = path.replaceAll("\\{[a-z]+}", "1").replace("<file>", "app.js");
    String query =
        path.endsWith("/groups")
            ? "?q=code:emotion.*&by=code,client,month"
            : path.contains("/quotes") ? "?q=scared&prefix=fe&sort=newest" : "";
    return http.send(
        HttpRequest.newBuilder(URI.create(practice.address().replaceAll("/$", "") + path + query))
            .headers(api.credentials())
            .header("Content-Type", "application/json")
            .method(
                route.method().name(),
                route.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString(body(route)))
            .build(),
        BodyHandlers.ofString());
  }

  private static String name(Route route) {
    return route.path().contains("codebooks") ? "emotion" : "supervision-snapshot";
  }

  private static String body(Route route) {
    if (route.path().endsWith("/claims/evidence")) {
      return "{\"claim\":\"emotion.positive/session\"}";
    }
    return route.path().endsWith("/cohort-reports")
        ? "{\"cohort\":\"all\",\"indicator\":\"emotion.positive\"}"
        : "{}";
  }

  /** Every route that is no change, and such changes as a wrong body keeps from happening. */
  private List<Route> routes() {
    return Routes.of(
            practice.desk(),
            practice.server().accounts(),
            new Rates(java.time.Clock.systemUTC()),
            null)
        .stream()
        .filter(route -> !route.path().endsWith("/session") || route.reads())
        .filter(route -> !route.toString().equals("DELETE /api/v1/clients/{id}"))
        .toList();
  }

  private Set<String> leaks(Api api, Map<String, String> ids, List<String> words) throws Exception {
    Set<String> leaks = new TreeSet<>();
    int answered = 0;
    for (Route route : routes()) {
      HttpResponse<String> answer = call(api, route, ids);
      assertThat(answer.statusCode()).as(route.toString()).isLessThan(500);
      if (answer.statusCode() < 300) {
        answered++;
      }
      for (String word : words) {
        if (answer.body().contains(word)) {
          leaks.add(route + " says " + word);
        }
      }
    }
    System.out.printf(
        "%d routes called, %d answered in full, %d leaks%n",
        routes().size(), answered, leaks.size());
    return leaks;
  }

  @Test
  void whoMaySeeNoWordsReadsNoneOnAnyRoute() throws Exception {
    Map<String, String> ids = enter(clinician);
    List<String> all = new ArrayList<>(WORDS);
    all.addAll(NAMES);
    underReview(ids);
    assertThat(leaks(officer, ids, all)).as("privacy officer and administrator").isEmpty();
    assertThat(leaks(supervisor, ids, all)).as("supervisor without consent").isEmpty();
    String client = Objects.requireNonNull(ids.get("client"));
    answer(clinician, client, "supervision", "granted");
    assertThat(leaks(supervisor, ids, all)).as("supervisor, figures alone").isEmpty();
    answer(clinician, client, "quote_verbatim", "granted");
    assertThat(supervisor.get("/quotes?q=scared").whole().body()).contains("okapi");
    assertThat(leaks(supervisor, ids, NAMES)).as("supervisor, quotes with tags").isEmpty();
  }

  @Test
  void nothingOfAnotherClientIsReachedUnderOnesOwn() throws Exception {
    Map<String, String> foreign = enter(clinician);
    Api stranger = practice.clinician();
    Map<String, String> own = enter(stranger);
    Map<String, String> mixed = new HashMap<>(foreign);
    mixed.put("client", own.get("client"));
    mixed.put("session", own.get("session"));
    mixed.put("coding", own.get("coding"));
    int called = 0;
    for (Route route : routes()) {
      boolean names =
          route.about() == Route.About.CLIENT
              && (route.path().contains("{entry}")
                  || route.path().contains("{missed}")
                  || route.path().contains("{problem}")
                  || route.path().contains("{manifest}"));
      if (names) {
        HttpResponse<String> answer = call(stranger, route, mixed);
        assertThat(answer.statusCode()).as(route.toString()).isIn(400, 404);
        called++;
      }
    }
    System.out.printf("foreign things under one's own client: %d routes, 0 reached%n", called);
    assertThat(called).isGreaterThan(5);
    String base = "/clients/" + foreign.get("client");
    assertThat(clinician.get(base + "/measures").whole().body()).contains("ride the kudu");
    assertThat(clinician.get(base + "/missed-sessions").text("items/0/reason")).isEqualTo("a gnu");
    assertThat(clinician.get(base + "/problems").whole().body()).contains("dikdik");
  }
}
