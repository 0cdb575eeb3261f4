package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.Practice;
import org.throughline.web.Api.Answer;

/** Who is let in at all, and what others may make a browser do. */
class LoginIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void nobodyGetsAnythingWithoutALogin() throws Exception {
    Api nobody = practice.nobody();
    for (String path : List.of("/clients", "/clients/x", "/quotes?q=scared", "/session")) {
      Answer answer = nobody.get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.text("type")).isEqualTo("/problems/login-needed");
    }
    assertThat(nobody.post("/clients", "{\"pseudonym\":\"Otter\"}").status()).isEqualTo(401);
    assertThat(nobody.get("/openapi.yaml").status()).isEqualTo(200);
    Api stranger = practice.script("tl_made-up");
    assertThat(stranger.get("/clients").status()).isEqualTo(401);
  }

  @Test
  void whoeverIsLoggedInIsKnownUntilTheyLogOut() throws Exception {
    Api ada = practice.clinician();
    Answer me = ada.get("/session");
    assertThat(me.text("account")).isEqualTo(ada.account());
    assertThat(me.text("roles/0")).isEqualTo("clinician");
    assertThat(me.text("provedUntil")).isNotEmpty();
    Answer out = ada.delete("/session");
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.whole().headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(ada.get("/session").status()).isEqualTo(401);
  }

  @Test
  void wrongNamePasswordAndCodeLookTheSame() throws Exception {
    Api ada = practice.clinician();
    String name = ada.get("/session").text("name");
    Api nobody = practice.nobody();
    Answer wrongName = nobody.post("/session", login("nobody", "quartz lantern over", "123456"));
    Answer wrongPassword = nobody.post("/session", login(name, "quartz lantern over", "123456"));
    Answer wrongCode =
        nobody.post("/session", login(name, "quartz lantern over seven herons", "123456"));
    assertThat(wrongName.status()).isEqualTo(401);
    assertThat(wrongPassword.whole().body()).isEqualTo(wrongName.whole().body());
    assertThat(wrongCode.whole().body()).isEqualTo(wrongName.whole().body());
    assertThat(wrongName.whole().headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    Api nobody = practice.nobody();
    for (int i = 0; i < 5; i++) {
      assertThat(nobody.post("/session", login("ada", "guess number " + i, "000000")).status())
          .isEqualTo(401);
    }
    Answer sixth = nobody.post("/session", login("ada", "guess number 5", "000000"));
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.whole().headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(nobody.post("/session", login("bob", "guess number 0", "000000")).status())
        .isEqualTo(401);
  }

  @Test
  void theCookieIsForThisSiteAndForNoScript() throws Exception {
    Api ada = practice.clinician();
    String name = ada.get("/session").text("name");
    Answer in =
        practice
            .nobody()
            .post("/session", login(name, "quartz lantern over seven herons", ada.code()));
    assertThat(in.whole().headers().firstValue("Set-Cookie").orElseThrow())
        .matches("__Host-throughline=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void anotherSitesPageCanChangeNothing() throws Exception {
    Api ada = practice.clinician();
    List<String[]> forged =
        List.of(
            new String[] {},
            new String[] {Guard.HEADER, "1", "Sec-Fetch-Site", "cross-site"},
            new String[] {Guard.HEADER, "1", "Sec-Fetch-Site", "same-site"},
            new String[] {Guard.HEADER, "1", "Origin", "https://evil.example"},
            new String[] {Guard.HEADER, "1", "Origin", "null"});
    for (String[] headers : forged) {
      assertThat(add(ada, headers)).isEqualTo(403);
    }
    assertThat(ada.get("/clients").json().get("items").size()).isZero();
    String own = practice.address().replaceAll("/$", "");
    assertThat(add(ada, Guard.HEADER, "1", "Sec-Fetch-Site", "same-origin", "Origin", own))
        .isEqualTo(201);
  }

  /** A request with the login's cookie and the given headers. */
  private int add(Api ada, String... headers) throws Exception {
    String cookie = List.of(ada.credentials()).getLast();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(practice.address() + "api/v1/clients"))
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"pseudonym\":\"Otter\"}"));
    HttpResponse<String> answer =
        http.send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
    return answer.statusCode();
  }

  @Test
  void aForeignClientLooksExactlyLikeNone() throws Exception {
    Api ada = practice.clinician();
    Api bob = practice.clinician();
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    ada.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    String session = ada.upload(client, Practice.TRANSCRIPT, "2026-01-12").text("session/id");
    String coding = ada.get("/sessions/" + session).text("codings/0/id");
    practice.settle();

    String unknown = "0123456789abcdef0123456789abcdef";
    String body = bob.get("/clients/" + unknown).whole().body();
    for (String path :
        List.of("/clients/ID", "/clients/ID/consents", "/clients/ID/trajectory", "/sessions/ID")) {
      String known = path.startsWith("/sessions") ? session : client;
      assertThat(bob.get(path.replace("ID", unknown)).whole().body()).isEqualTo(body);
      Answer foreign = bob.get(path.replace("ID", known));
      assertThat(foreign.status()).as(path).isEqualTo(404);
      assertThat(foreign.whole().body()).as(path).isEqualTo(body);
    }
    assertThat(bob.post("/codings/" + coding + "/decisions", "{\"verdict\":\"confirm\"}").status())
        .isEqualTo(404);
    assertThat(bob.upload(client, Practice.TRANSCRIPT, "2026-01-19").status()).isEqualTo(404);
    assertThat(bob.get("/clients").json().get("items").size()).isZero();
    assertThat(bob.get("/quotes?q=scared").whole().body())
        .isEqualTo(bob.get("/quotes?q=zebra").whole().body());
    assertThat(ada.get("/quotes?q=scared").json().get("items").size()).isEqualTo(1);
  }

  private static String login(String name, String password, String code) {
    return "{\"name\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(name, password, code);
  }
}
