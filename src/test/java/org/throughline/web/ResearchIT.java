package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.record.Actor;
import org.throughline.record.ErasureCertificate;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A study as researchers run it, over REST and through the real release gate: a corpus, two blind
 * coders, an expert and a trainee, agreement, adjudication, memos, themes, a table and a project,
 * and a client who withdraws in the middle of it.
 */
class ResearchIT {

  private static final int CLIENTS = 6;

  @RegisterExtension final OpenPractice practice = OpenPractice.inAHurry();

  private Api clinician;
  private Api reviewer;
  private Api officer;
  private Api lead;
  private Api ann;
  private Api bo;
  private final List<String> clients = new ArrayList<>();
  private String study = "";

  @BeforeEach
  void release() throws Exception {
    clinician = practice.clinician();
    reviewer = practice.as(AccountRole.REVIEWER);
    officer = practice.as(AccountRole.PRIVACY_OFFICER, AccountRole.ADMIN);
    lead = practice.as(AccountRole.RESEARCHER);
    ann = practice.as(AccountRole.RESEARCHER);
    bo = practice.as(AccountRole.RESEARCHER);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(released());
    }
    study =
        "/studies/"
            + lead.post("/studies", "{\"name\":\"Staying\",\"question\":\"Who stays?\",\"seed\":7}")
                .text("id");
    lead.put(
        study + "/codes",
        """
        {"codes":[{"id":"t","parent":null,"name":"Themes","definition":""},
          {"id":"t.fear","parent":"t","name":"Fear","definition":"Fear is named."},
          {"id":"t.stay","parent":"t","name":"Staying","definition":"The client stays on purpose."}]}
        """);
  }

  private static Answer fine(Answer answer) {
    assertThat(answer.status()).as(answer.whole().body()).isIn(200, 201, 204);
    return answer;
  }

  private String released() throws Exception {
    String client = clinician.post("/clients", "{\"pseudonym\":\"Maple\"}").text("id");
    for (String scope :
        List.of("treatment_analysis", "research", "quote_verbatim", "external_export")) {
      consent(client, scope, "granted");
    }
    officer.post(
        "/ties",
        "{\"kind\":\"reviews\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(reviewer.account(), client));
    String session =
        clinician
            .upload(
                client,
                """
                T: How was it?
                C: I was scared. I chose to stay in the room.
                T: And then?
                C: Then it was quiet.
                """,
                "2026-01-12")
            .text("session/id");
    fine(reviewer.post("/clients/" + client + "/drafts", "{}"));
    String review = "/sessions/" + session + "/review";
    for (JsonNode waiting : fine(reviewer.post(review, "{}")).json().get("queue")) {
      fine(
          reviewer.post(
              review + "/decisions",
              "{\"turn\":%d,\"start\":%d,\"end\":%d,\"verdict\":\"reject\"}"
                  .formatted(
                      waiting.get("turn").intValue(),
                      waiting.get("start").intValue(),
                      waiting.get("end").intValue())));
    }
    String version = reviewer.get(review).text("version");
    fine(reviewer.post(review + "/approvals", "{\"version\":\"" + version + "\"}"));
    Answer gone = officer.post("/sessions/" + session + "/release", "{}");
    assertThat(gone.text("state")).as(gone.whole().body()).isEqualTo("released");
    return client;
  }

  private void consent(String client, String scope, String decision) throws Exception {
    fine(
        clinician.put(
            "/clients/" + client + "/consents/" + scope, "{\"decision\":\"" + decision + "\"}"));
  }

  private void assign(String duty, Api... coders) throws Exception {
    List<String> names = new ArrayList<>();
    for (Api coder : coders) {
      names.add("\"" + coder.account() + "\"");
    }
    fine(
        lead.post(
            study + "/assignments", "{\"coders\":%s,\"duty\":\"%s\"}".formatted(names, duty)));
  }

  private List<String> tasks(Api coder) throws Exception {
    List<String> sessions = new ArrayList<>();
    for (JsonNode task : fine(coder.get(study + "/tasks")).json().get("items")) {
      sessions.add(task.get("session").stringValue());
    }
    return sessions;
  }

  /** Puts a code on these words, wherever they stand in the session. */
  private String code(Api coder, String session, String words, String code) throws Exception {
    String task = study + "/tasks/" + session;
    for (JsonNode turn : fine(coder.get(task)).json().get("turns")) {
      int at = turn.get("text").stringValue().indexOf(words);
      if (at >= 0) {
        return fine(coder.post(
                task + "/codings",
                "{\"turn\":%d,\"start\":%d,\"end\":%d,\"code\":\"%s\"}"
                    .formatted(turn.get("index").intValue(), at, at + words.length(), code)))
            .text("id");
      }
    }
    throw new AssertionError("no turn says so");
  }

  private void finish(Api coder, String session) throws Exception {
    fine(coder.post(study + "/tasks/" + session + "/finish", "{}"));
  }

  /** Ann sees fear and staying everywhere; Bo misses every second fear. */
  private void codeAll() throws Exception {
    fine(lead.post(study + "/corpus", "{}"));
    assign("coding", ann, bo);
    for (String session : tasks(ann)) {
      code(ann, session, "scared", "t.fear");
      code(ann, session, "I chose to stay", "t.stay");
      finish(ann, session);
    }
    int seen = 0;
    for (String session : tasks(bo).stream().sorted().toList()) {
      if (seen++ % 2 == 0) {
        code(bo, session, "scared", "t.fear");
      }
      code(bo, session, "I chose to stay", "t.stay");
      finish(bo, session);
    }
  }

  @Test
  void fromCorpusToProject() throws Exception {
    codeAll();
    Map<String, JsonNode> codes = new HashMap<>();
    for (JsonNode code : fine(lead.get(study + "/agreement")).json().get("items")) {
      codes.put(code.get("code").stringValue(), code);
    }
    assertThat(codes.keySet()).containsExactlyInAnyOrder("t", "t.fear", "t.stay");
    JsonNode alpha = Objects.requireNonNull(codes.get("t.stay")).at("/agreement/0");
    assertThat(alpha.get("value").doubleValue()).isEqualTo(1);
    assertThat(alpha.get("n").intValue()).isEqualTo(4 * CLIENTS);
    assertThat(alpha.get("clients").intValue()).isEqualTo(CLIENTS);
    assertThat(alpha.has("low") && alpha.has("high")).isTrue();
    JsonNode unsure = Objects.requireNonNull(codes.get("t.fear"));
    assertThat(unsure.get("band").stringValue()).isEqualTo("exploratory");
    assertThat(unsure.at("/prevalence/n").intValue()).isEqualTo(8 * CLIENTS);

    String session = tasks(bo).stream().sorted().toList().get(1);
    String side = study + "/adjudication/" + session;
    JsonNode places = fine(lead.get(side)).json().get("places");
    JsonNode fear = places.get(0);
    assertThat(fear.get("unanimous").booleanValue()).isFalse();
    assertThat(fear.at("/byCoder/" + bo.account())).isEmpty();
    assertThat(fear.at("/byCoder/" + ann.account())).hasSize(1);
    fine(
        lead.post(
            side,
            "{\"turn\":%d,\"start\":%d,\"end\":%d,\"code\":\"t.fear\",\"applies\":true}"
                .formatted(
                    fear.get("turn").intValue(),
                    fear.get("start").intValue(),
                    fear.get("end").intValue())));

    JsonNode themes = fine(lead.get(study + "/themes")).json();
    assertThat(themes.get("codings").intValue())
        .as("6 stays, 3 fears agreed, 1 settled")
        .isEqualTo(10);
    assertThat(themes.at("/pairs/0/turns").intValue()).isEqualTo(4);
    assertThat(themes.get("saturation")).hasSize(CLIENTS);
    assertThat(themes.at("/saturation/5/codes").doubleValue()).isEqualTo(2);
    assertThat(themes.get("codes")).as("six clients are too few for a group").isEmpty();
    assertThat(lead.get(study + "/themes?by=height").status()).isEqualTo(400);
    JsonNode quotes = fine(lead.get(study + "/quotes?code=t&limit=6&seed=3")).json().get("items");
    assertThat(quotes).hasSize(6);
    List<String> said = new ArrayList<>();
    quotes.forEach(quote -> said.add(quote.get("client").stringValue()));
    assertThat(said).as("each client once before anybody twice").doesNotHaveDuplicates();

    String table = fine(lead.get(study + "/codings.csv")).whole().body();
    assertThat(table.lines().findFirst().orElseThrow())
        .isEqualTo("client,session,day,turn,start,end,code,coder,quote");
    assertThat(table).contains(",0,1,6,12,\"t.fear\",").contains("\"I chose to stay\"");
    assertThat(table.lines()).hasSize(11);
    Answer project = fine(lead.get(study + "/project.qdpx"));
    assertThat(project.whole().headers().firstValue("Throughline-Losses")).isPresent();
    assertThat(project.whole().body()).startsWith("PK");

    String frozen = fine(lead.post(study + "/freeze", "{}")).text("frozen");
    assertThat(frozen).hasSize(64);
    consent(clients.getFirst(), "research", "refused");
    Answer after = fine(lead.get(study));
    assertThat(after.json().get("withdrawn").intValue()).as("a frozen study is flagged").isOne();
    assertThat(after.text("frozen")).isEqualTo(frozen);
    assertThat(fine(lead.get(study + "/codings.csv")).whole().body().lines()).hasSizeLessThan(11);
  }

  @Test
  void whoseWordsWereReadOrTakenAlongIsInTheLogAndInTheCertificate() throws Exception {
    codeAll();
    fine(lead.get(study + "/codings.csv"));
    fine(lead.get(study + "/project.qdpx"));
    ErasureCertificate certificate =
        practice.desk().custody().erase(Actor.program("test"), clients.getFirst());
    assertThat(certificate.handedOut())
        .extracting(ErasureCertificate.HandedOut::action)
        .containsExactly("export.codings", "export.study");
    JsonNode log = fine(officer.get("/audit?limit=100")).json().get("items");
    List<String> actions = new ArrayList<>();
    log.forEach(event -> actions.add(event.get("action").stringValue()));
    assertThat(actions).contains("study.read");
  }

  @Test
  void whoWithdrawsIsOutOfAnOpenStudyAtOnce() throws Exception {
    codeAll();
    for (String session : tasks(ann)) {
      fine(
          ann.post(
              study + "/memos",
              "{\"on\":\"session\",\"subject\":\"%s\",\"text\":\"hesitates\"}".formatted(session)));
    }
    assertThat(fine(bo.get(study + "/memos")).json().get("items")).hasSize(CLIENTS);
    consent(clients.getFirst(), "research", "refused");
    assertThat(tasks(ann)).hasSize(CLIENTS - 1);
    assertThat(fine(bo.get(study + "/memos")).json().get("items")).hasSize(CLIENTS - 1);
    assertThat(fine(lead.get(study + "/agreement")).json().at("/items/0/agreement/0/n").intValue())
        .isEqualTo(4 * (CLIENTS - 1));
    consent(clients.getFirst(), "research", "granted");
    assertThat(tasks(ann)).as("what was coded on the withdrawn words is gone").hasSize(CLIENTS - 1);
  }

  @Test
  void codersAreBlindAndEachHasAnOrderOfTheirOwn() throws Exception {
    fine(lead.post(study + "/corpus", "{}"));
    assign("coding", ann, bo);
    List<String> first = tasks(ann);
    assertThat(tasks(bo)).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    String session = first.getFirst();
    String coding = code(ann, session, "scared", "t.fear");
    fine(
        ann.post(
            study + "/memos",
            "{\"on\":\"coding\",\"subject\":\"%s\",\"text\":\"is it?\"}".formatted(coding)));
    Answer task = fine(bo.get(study + "/tasks/" + session));
    assertThat(task.json().get("codings")).isEmpty();
    assertThat(task.whole().body()).doesNotContain("client\":\"p", "\"day\"");
    assertThat(fine(bo.get(study + "/memos")).json().get("items")).isEmpty();
    finish(ann, session);
    assertThat(bo.get(study + "/adjudication/" + session).status()).isEqualTo(400);
    assertThat(bo.delete(study + "/codings/" + coding).status()).isEqualTo(404);
    assertThat(ann.delete(study + "/codings/" + coding).status()).as("finished").isEqualTo(400);
  }

  @Test
  void aTraineeIsHeldAgainstTheExpertsKey() throws Exception {
    fine(lead.post(study + "/corpus", "{}"));
    assign("key", lead);
    assign("training", ann);
    String session = tasks(ann).getFirst();
    code(lead, session, "scared", "t.fear");
    code(lead, session, "I chose to stay", "t.stay");
    finish(lead, session);
    code(ann, session, "was scared", "t.fear");
    code(ann, session, "quiet", "t.stay");
    assertThat(ann.get(study + "/training/" + session).status()).as("not before").isEqualTo(400);
    finish(ann, session);
    JsonNode feedback = fine(ann.get(study + "/training/" + session)).json();
    assertThat(feedback.at("/hits/k").intValue()).isOne();
    assertThat(feedback.at("/hits/n").intValue()).isEqualTo(2);
    List<String> kinds = new ArrayList<>();
    feedback.get("remarks").forEach(remark -> kinds.add(remark.get("kind").stringValue()));
    assertThat(kinds).containsExactlyInAnyOrder("other_words", "missed", "not_in_key");
    assertThat(fine(lead.get(study + "/themes")).json().get("codings").intValue())
        .as("practice does not count")
        .isZero();
  }
}
