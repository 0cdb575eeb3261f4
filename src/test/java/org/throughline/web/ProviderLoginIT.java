package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Rates;
import org.throughline.identity.ProviderSettings;
import org.throughline.identity.SmallProvider;
import org.throughline.identity.SmallProvider.Wrong;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Signs in through a real identity provider in this process, and through one that lies. */
class ProviderLoginIT {

  private static final String BEGIN = "session/provider";

  private final SmallProvider clinic = SmallProvider.start();

  @RegisterExtension
  final OpenPractice practice = OpenPractice.with(OpenPractice.SETTINGS.with(clinic.settings()));

  @AfterEach
  void closeTheClinic() {
    clinic.close();
  }

  /** A browser: it keeps cookies, and goes where it is sent. */
  private static final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(OpenPractice practice) {
      this(practice.server());
    }

    Browser(Server server) {
      this.api = server.address() + "api/v1/";
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      List<String> sent = new ArrayList<>();
      cookies.forEach((name, value) -> sent.add(name + "=" + value));
      if (!sent.isEmpty()) {
        request.header("Cookie", String.join("; ", sent));
      }
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.uri().toString().startsWith(api)) {
        Contract.read().check(answer.request().method(), answer);
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
          String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
          cookies.put(pair[0], pair[1]);
        }
        cookies.values().removeIf(String::isEmpty);
      }
      return answer;
    }

    HttpResponse<String> post(String path) throws Exception {
      return send(
          HttpRequest.newBuilder(URI.create(api + path))
              .header(Guard.HEADER, "1")
              .POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(HttpRequest.newBuilder(URI.create(api + path)).header(Guard.HEADER, "1"));
    }

    /** To the provider, and to where it sends the browser back. */
    URI there(String begin) throws Exception {
      HttpResponse<String> begun = post(begin);
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
      String address = JsonMapper.shared().readTree(begun.body()).at("/address").stringValue();
      HttpResponse<String> sent = send(HttpRequest.newBuilder(URI.create(address)));
      assertThat(sent.statusCode()).isEqualTo(302);
      return URI.create(sent.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> back(URI address, String accept) throws Exception {
      return send(HttpRequest.newBuilder(address).header("Accept", accept));
    }

    HttpResponse<String> through(String begin) throws Exception {
      return back(there(begin), "text/html,*/*");
    }

    String get(String path, String field) throws Exception {
      return JsonMapper.shared().readTree(get(path).body()).at("/" + field).toString();
    }
  }

  /** A clinician whose account an administrator has linked to the subject. */
  private Api linked(String subject) throws Exception {
    Api ada = practice.clinician();
    assertThat(link(ada, subject).status()).isEqualTo(204);
    return ada;
  }

  private Answer link(Api whose, String subject) throws Exception {
    return practice
        .as(AccountRole.ADMIN)
        .put("/accounts/" + whose.account() + "/identity", "{\"subject\":\"" + subject + "\"}");
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void whoIsLinkedComesInWithTheRolesTheyHaveHere() throws Exception {
    Api ada = linked(SmallProvider.SUBJECT);
    Browser browser = new Browser(practice);
    assertThat(browser.get("session/provider", "name")).isEqualTo("\"Clinic login\"");

    HttpResponse<String> in = browser.through(BEGIN);

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(place(in)).isEqualTo("/#/");
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.matches(
                    "__Host-throughline=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict;"
                        + " Secure"))
        .anyMatch(cookie -> cookie.startsWith("__Host-throughline-attempt=; Max-Age=0"));
    assertThat(browser.get("session", "account")).isEqualTo("\"" + ada.account() + "\"");
    assertThat(browser.get("session", "roles")).isEqualTo("[\"clinician\"]");
    assertThat(browser.get("clients").statusCode()).isEqualTo(200);
    assertThat(browser.get("accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void theLoginIsNoFreshProofAndTheProviderIsAskedForOne() throws Exception {
    linked(SmallProvider.SUBJECT);
    Browser browser = new Browser(practice);
    browser.through(BEGIN);
    assertThat(browser.get("session", "provedUntil")).isEqualTo("null");
    assertThat(browser.get("session", "provider")).isEqualTo("\"Clinic login\"");

    clinic.does(Wrong.LETS_IN_WITHOUT_ASKING);
    assertThat(place(browser.through("session/proof/provider"))).endsWith("/not-afresh");
    assertThat(browser.get("session", "provedUntil")).isEqualTo("null");

    clinic.does(Wrong.NOTHING);
    assertThat(place(browser.through("session/proof/provider"))).isEqualTo("/page/proved.html");
    assertThat(browser.get("session", "provedUntil")).isNotEqualTo("null");
  }

  @Test
  void nobodyProvesThemselvesAsSomebodyElse() throws Exception {
    linked(SmallProvider.SUBJECT);
    linked("another subject");
    Browser browser = new Browser(practice);
    browser.through(BEGIN);
    clinic.knows("another subject");
    assertThat(place(browser.through("session/proof/provider"))).endsWith("/unknown");
    assertThat(browser.get("session", "provedUntil")).isEqualTo("null");
  }

  /** What it does wrong, and what the person is told. */
  private static final Map<Wrong, String> TOLD =
      Map.ofEntries(
          Map.entry(Wrong.OTHER_NONCE, "untrusted"),
          Map.entry(Wrong.OTHER_AUDIENCE, "untrusted"),
          Map.entry(Wrong.OTHER_ISSUER, "untrusted"),
          Map.entry(Wrong.EXPIRED, "untrusted"),
          Map.entry(Wrong.UNSIGNED, "untrusted"),
          Map.entry(Wrong.SIGNED_WITH_THE_SECRET, "untrusted"),
          Map.entry(Wrong.SIGNED_BY_A_STRANGER, "untrusted"),
          Map.entry(Wrong.CHANGED_AFTER_SIGNING, "untrusted"),
          Map.entry(Wrong.NO_SUBJECT, "untrusted"),
          Map.entry(Wrong.OTHER_STATE, "stale"),
          Map.entry(Wrong.OTHER_ISSUER_IN_THE_ADDRESS, "untrusted"),
          Map.entry(Wrong.DECLINES, "declined"),
          Map.entry(Wrong.REFUSES_THE_CODE, "declined"),
          Map.entry(Wrong.GIVES_NO_ID_TOKEN, "untrusted"),
          Map.entry(Wrong.ANSWERS_NONSENSE, "untrusted"));

  @Test
  void whatCannotBeTrustedIsRefused() throws Exception {
    linked(SmallProvider.SUBJECT);
    for (Map.Entry<Wrong, String> one : TOLD.entrySet()) {
      clinic.does(one.getKey());
      Browser browser = new Browser(practice);

      assertThat(place(browser.through(BEGIN)))
          .as(one.getKey().toString())
          .isEqualTo("/#/sign-in/" + one.getValue());

      assertThat(browser.cookies).isEmpty();
      assertThat(browser.get("session").statusCode()).isEqualTo(401);
      URI again = browser.there(BEGIN);
      HttpResponse<String> told = browser.back(again, "application/json");
      assertThat(told.statusCode()).isEqualTo(401);
      assertThat(told.body())
          .contains("provider-" + one.getValue())
          .doesNotContain("zebra", SmallProvider.SUBJECT, again.getRawQuery());
    }
  }

  @Test
  void noRedirectOfTheProvidersIsFollowed() throws Exception {
    linked(SmallProvider.SUBJECT);
    clinic.does(Wrong.REDIRECTS_ELSEWHERE);
    assertThat(place(new Browser(practice).through(BEGIN))).isEqualTo("/#/sign-in/no-answer");
  }

  @Test
  void whoIsNotLinkedGetsNoAccount() throws Exception {
    Api admin = practice.as(AccountRole.ADMIN);
    int accounts = admin.get("/accounts").json().get("items").size();
    Browser browser = new Browser(practice);
    assertThat(place(browser.through(BEGIN))).isEqualTo("/#/sign-in/unknown");
    assertThat(browser.get("session").statusCode()).isEqualTo(401);
    assertThat(admin.get("/accounts").json().get("items")).hasSize(accounts);
  }

  @Test
  void aStateIsGoodOnceAndInItsOwnBrowserOnly() throws Exception {
    linked(SmallProvider.SUBJECT);
    Browser browser = new Browser(practice);
    URI back = browser.there(BEGIN);
    assertThat(place(new Browser(practice).back(back, "text/html"))).endsWith("/stale");
    assertThat(place(browser.back(back, "text/html"))).as("tried by another").endsWith("/stale");

    URI second = browser.there(BEGIN);
    assertThat(place(browser.back(second, "text/html"))).isEqualTo("/#/");
    assertThat(place(browser.back(second, "text/html"))).as("replayed").endsWith("/stale");
    assertThat(browser.get("session/provider/return").statusCode()).isEqualTo(401);
  }

  @Test
  void lockingAnAccountOrTakingTheLinkAwayShutsTheDoor() throws Exception {
    Api ada = linked(SmallProvider.SUBJECT);
    Api admin = practice.as(AccountRole.ADMIN);
    Browser browser = new Browser(practice);
    browser.through(BEGIN);

    assertThat(admin.delete("/accounts/" + ada.account() + "/identity").status()).isEqualTo(204);
    assertThat(browser.get("session").statusCode()).isEqualTo(401);
    assertThat(place(browser.through(BEGIN))).endsWith("/unknown");

    assertThat(link(ada, SmallProvider.SUBJECT).status()).isEqualTo(204);
    admin.put("/accounts/" + ada.account() + "/state", "{\"disabled\":true}");
    assertThat(place(browser.through(BEGIN))).endsWith("/unknown");
  }

  @Test
  void aSubjectHasOneAccountAndNobodyLinksTheirOwn() throws Exception {
    linked(SmallProvider.SUBJECT);
    Api bob = practice.clinician();
    assertThat(link(bob, SmallProvider.SUBJECT).status()).isEqualTo(409);
    Api admin = practice.as(AccountRole.ADMIN);
    String own = "/accounts/" + admin.account() + "/identity";
    assertThat(admin.put(own, "{\"subject\":\"me\"}").status()).isEqualTo(400);
    assertThat(admin.put("/accounts/nobody/identity", "{\"subject\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(bob.put("/accounts/x/identity", "{\"subject\":\"x\"}").status()).isEqualTo(403);
  }

  @Test
  void aProviderThatIsGoneIsSaidToBe() throws Exception {
    clinic.close();
    HttpResponse<String> begun = new Browser(practice).post(BEGIN);
    assertThat(begun.statusCode()).isEqualTo(503);
    assertThat(begun.body()).contains("provider-no-answer");
  }

  /** Tries are counted, and no time passes in which they would be forgotten. */
  private Server counting() throws Exception {
    var still = new Rates(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    return Server.start(practice.desk(), OpenPractice.SETTINGS.with(clinic.settings()), still);
  }

  @Test
  void aSignInCountsAsOneTry() throws Exception {
    linked(SmallProvider.SUBJECT);
    try (Server server = counting()) {
      for (int i = 0; i < Rates.Limit.LOGIN_FROM_ADDRESS.tries(); i++) {
        assertThat(place(new Browser(server).through(BEGIN))).as("sign-in %d", i).isEqualTo("/#/");
      }
      assertThat(new Browser(server).post(BEGIN).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void whoComesBackAfterTooManyTriesKeepsWhatTheyBegan() throws Exception {
    linked(SmallProvider.SUBJECT);
    try (Server server = counting()) {
      Browser browser = new Browser(server);
      URI back = browser.there(BEGIN);
      for (int i = 1; i < Rates.Limit.LOGIN_FROM_ADDRESS.tries(); i++) {
        assertThat(new Browser(server).get("session/provider/return").statusCode()).isEqualTo(401);
      }
      assertThat(browser.get("session/provider/return?state=other").statusCode()).isEqualTo(429);
      assertThat(browser.cookies).containsKey("__Host-throughline-attempt");
      assertThat(place(browser.back(back, "text/html"))).isEqualTo("/#/");
    }
  }

  @Test
  void everySignInLeavesAnEventAndNoSubject() throws Exception {
    Api ada = linked(SmallProvider.SUBJECT);
    new Browser(practice).through(BEGIN);
    clinic.does(Wrong.EXPIRED);
    new Browser(practice).through(BEGIN);
    String log = practice.as(AccountRole.PRIVACY_OFFICER).get("/audit?limit=100").whole().body();
    assertThat(log)
        .contains("\"identity.link\"", "\"identity provider\"", "\"untrusted\"", ada.account())
        .doesNotContain(SmallProvider.SUBJECT);
  }

  @Test
  void withoutAProviderThereIsNone() throws Exception {
    try (Server server = Server.start(practice.desk(), OpenPractice.SETTINGS)) {
      Api nobody = Api.nobody(server);
      assertThat(nobody.get("/session/provider").json().get("name").isNull()).isTrue();
      assertThat(nobody.post("/session/provider", "").status()).isEqualTo(404);
      assertThat(nobody.get("/session/provider/return?state=x&code=y").status()).isEqualTo(404);
    }
  }

  @Test
  void noHostIsCalledThatWasNotNamed() throws Exception {
    URI elsewhere = URI.create(clinic.issuer().toString().replace("127.0.0.1", "localhost"));
    var settings =
        new ProviderSettings(
            elsewhere, SmallProvider.CLIENT, SmallProvider.SECRET, "x", null, Set.of(), null);
    int before = clinic.calls();
    try (Server server = Server.start(practice.desk(), OpenPractice.SETTINGS.with(settings))) {
      // Its document names 127.0.0.1, which is another host than localhost.
      assertThat(Api.nobody(server).post("/session/provider", "").status()).isEqualTo(503);
    }
    assertThat(clinic.calls()).as("discovery only").isEqualTo(before + 1);
  }
}
