package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Breadth;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.Engine;
import org.throughline.desk.Practice;
import org.throughline.record.Actor;
import org.throughline.web.Api.Answer;

/** Who looks at hundreds of clients within an hour is written down; the work goes on. */
class AlarmIT {

  @RegisterExtension
  final OpenPractice practice =
      OpenPractice.inAHurry(
          folder ->
              Desk.open(
                  new DeskSettings(folder.resolve("practice"), Practice.CODEBOOKS, true),
                  Engine.load(Practice.CODEBOOKS)));

  @Test
  void lookingAtMoreThanTwoHundredClientsAlarms() throws Exception {
    Api ada = practice.clinician();
    Api officer = practice.as(AccountRole.PRIVACY_OFFICER);
    for (int i = 0; i < Breadth.MOST; i++) {
      look(ada);
    }
    assertThat(log(officer)).doesNotContain("alarm.many_clients");
    look(ada);
    look(ada);
    assertThat(log(officer)).containsOnlyOnce("alarm.many_clients");
  }

  /** A way to somebody's words that leads past no client's page. */
  private interface Way {
    Answer ask(Api who) throws Exception;
  }

  private static final Map<String, Way> WAYS =
      Map.of(
          "a sample", who -> who.get("/quotes/sample?size=4"),
          "an export", who -> who.post("/quotes/exports", "{\"q\":\"lift\"}"),
          "what is like a wording", who -> who.get("/quotes/like?text=the%20lift%20stuck"),
          "a kept search", who -> who.get("/searches/" + kept(who) + "/quotes"));

  private static String kept(Api who) throws Exception {
    return who.post("/searches", "{\"name\":\"lift\",\"q\":\"lift\"}").text("id");
  }

  @Test
  void quotesCountAsLooksHoweverTheyAreAskedFor() throws Exception {
    String client = quotable();
    Api admin = practice.as(AccountRole.PRIVACY_OFFICER, AccountRole.ADMIN);
    for (Map.Entry<String, Way> way : WAYS.entrySet()) {
      Api ada = practice.clinician();
      treats(admin, ada, client);
      List<String> others = IntStream.range(0, Breadth.MOST).mapToObj(i -> "other" + i).toList();
      practice.desk().house().looked(new Actor(ada.account(), "clinician", "care"), others);
      assertThat(alarms(admin, ada)).as("before " + way.getKey()).isZero();
      assertThat(way.getValue().ask(ada).status()).isEqualTo(200);
      assertThat(alarms(admin, ada)).as("after " + way.getKey()).isEqualTo(1);
    }
  }

  private static void treats(Api admin, Api who, String client) throws Exception {
    Answer tied =
        admin.post(
            "/ties",
            "{\"kind\":\"treats\",\"subject\":\"%s\",\"object\":\"%s\"}"
                .formatted(who.account(), client));
    assertThat(tied.status()).isEqualTo(201);
  }

  /** A client of somebody else's with words that may be handed out. */
  private String quotable() throws Exception {
    Api bob = practice.clinician();
    String client = bob.post("/clients", "{\"pseudonym\":\"Mink\"}").text("id");
    for (String scope : List.of("treatment_analysis", "external_export", "quote_verbatim")) {
      bob.put("/clients/" + client + "/consents/" + scope, "{\"decision\":\"granted\"}");
    }
    assertThat(bob.upload(client, Practice.TRANSCRIPT, "2026-01-12").status()).isEqualTo(201);
    practice.desk().settleAll();
    return client;
  }

  private static long alarms(Api officer, Api about) throws Exception {
    return StreamSupport.stream(
            officer.get("/audit?limit=100").json().get("items").spliterator(), false)
        .filter(event -> event.get("action").stringValue().equals("alarm.many_clients"))
        .filter(event -> event.get("object").stringValue().equals(about.account()))
        .count();
  }

  private static void look(Api ada) throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    assertThat(ada.get("/clients/" + client).status()).isEqualTo(200);
  }

  private static String log(Api officer) throws Exception {
    return officer.get("/audit?limit=100").whole().body();
  }
}
