package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A session on its way from the clinical record to research, over REST, by the four people it
 * takes: the clinician types the card, the reviewer reads, the privacy officer lets go, the
 * researcher sees what was let go and nothing else.
 */
class ReleaseIT {

  private static final String MARCH =
      """
      T: How was the week?
      C: My sister Oluwaseun came over and we talked about the house in Ballymena.
      T: And how was that?
      C: Good. I rang from 415 555 0132 and she picked up at once. Then Hope came by.
      """;
  private static final String APRIL =
      """
      T: What stayed with you?
      C: That she said sorry. I had waited for that word since I was small, said Oluwaseun.
      """;
  private static final String OTHERS =
      """
      T: Where did we stop?
      C: At my brother Thaddeus and his bakery, and how we never talk.
      """;

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api clinician;
  private Api reviewer;
  private Api officer;
  private Api researcher;
  private String maple;
  private String rowan;

  @BeforeEach
  void open() throws Exception {
    clinician = practice.clinician();
    reviewer = practice.as(AccountRole.REVIEWER);
    officer = practice.as(AccountRole.PRIVACY_OFFICER, AccountRole.ADMIN);
    researcher = practice.as(AccountRole.RESEARCHER);
    maple = client("Maple");
    rowan = client("Rowan");
  }

  private String client(String pseudonym) throws Exception {
    String id = clinician.post("/clients", "{\"pseudonym\":\"" + pseudonym + "\"}").text("id");
    consent(id, "treatment_analysis", "granted");
    officer.post(
        "/ties",
        "{\"kind\":\"reviews\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(reviewer.account(), id));
    return id;
  }

  private void consent(String client, String scope, String decision) throws Exception {
    clinician.put(
        "/clients/" + client + "/consents/" + scope, "{\"decision\":\"" + decision + "\"}");
  }

  private String session(String client, String text, String date) throws Exception {
    Answer kept = clinician.upload(client, text, date);
    assertThat(kept.status()).as(kept.whole().body()).isEqualTo(201);
    return kept.text("session/id");
  }

  private static Answer fine(Answer answer) {
    assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
    return answer;
  }

  /** Reads a session as a reviewer does who masks whatever waits. */
  private Answer reviewed(Api by, String session) throws Exception {
    String review = "/sessions/" + session + "/review";
    Answer open = fine(by.post(review, "{}"));
    for (JsonNode waiting : open.json().get("queue")) {
      fine(by.post(review + "/decisions", verdict(waiting, "accept", "")));
    }
    return fine(approved(by, session));
  }

  /** Says that the session was read as it is now. */
  private static Answer approved(Api by, String session) throws Exception {
    String review = "/sessions/" + session + "/review";
    return approved(by, session, by.get(review).text("version"));
  }

  private static Answer approved(Api by, String session, String version) throws Exception {
    return by.post(
        "/sessions/" + session + "/review/approvals", "{\"version\":\"" + version + "\"}");
  }

  private static String verdict(JsonNode at, String verdict, String more) {
    return "{\"turn\":%d,\"start\":%d,\"end\":%d,\"verdict\":\"%s\"%s}"
        .formatted(
            at.get("turn").intValue(),
            at.get("start").intValue(),
            at.get("end").intValue(),
            verdict,
            more);
  }

  /** All that the researcher can read, as one text. */
  private String corpus() throws Exception {
    Answer begun = researcher.post("/studies", "{\"name\":\"All of it\"}");
    String study = "/studies/" + begun.text("id");
    fine(researcher.post(study + "/corpus", "{}"));
    if (researcher.get(study).json().get("sessions").intValue() == 0) {
      return "";
    }
    fine(
        researcher.post(study + "/assignments", "{\"coders\":[\"" + researcher.account() + "\"]}"));
    StringBuilder all = new StringBuilder();
    for (JsonNode task : researcher.get(study + "/tasks").json().get("items")) {
      String session = task.get("session").stringValue();
      all.append(fine(researcher.get(study + "/tasks/" + session)).whole().body());
    }
    return all.toString();
  }

  @Test
  void fromTheCardToTheResearcherAndBack() throws Exception {
    String march = session(maple, MARCH, "2026-03-02");
    String april = session(maple, APRIL, "2026-04-06");
    session(rowan, OTHERS, "2026-03-03");
    String card = "/clients/" + maple + "/identity-card";
    fine(clinician.put(card, "{\"kin\":[\"Oluwaseun\"],\"places\":[\"Ballymena\",\" \"]}"));
    assertThat(clinician.get(card).text("places/0")).isEqualTo("Ballymena");

    assertThat(reviewer.post("/clients/" + maple + "/drafts", "{}").status())
        .as("no consent to research yet")
        .isEqualTo(404);
    assertThat(officer.get("/releases").json().at("/items")).isEmpty();
    consent(maple, "research", "granted");
    assertThat(officer.get("/releases").text("items/0/state")).isEqualTo("undrafted");
    assertThat(reviewer.get("/reviews").json().at("/items")).hasSize(2);

    Answer drafted = fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    assertThat(drafted.json().at("/items")).hasSize(2);
    assertThat(corpus()).as("a draft is not there").isEmpty();
    assertThat(approved(reviewer, march).status()).isEqualTo(409);
    assertThat(reviewer.post("/sessions/" + march + "/review/approvals", "{}").status())
        .as("of what?")
        .isEqualTo(400);
    assertThat(officer.post("/sessions/" + march + "/release", "{}").text("detail"))
        .contains("not in review");

    assertThat(reviewed(reviewer, march).json().at("/approvedByYou").booleanValue()).isTrue();
    assertThat(officer.post("/sessions/" + march + "/release", "{}").text("state"))
        .isEqualTo("released");
    String read = corpus();
    assertThat(read)
        .contains("My sister", "picked up at once")
        .doesNotContain("Oluwaseun", "Ballymena", "0132", "Thaddeus", "stayed with you", maple);

    practice.desk().settleAll();
    assertThat(fine(researcher.get("/released/quotes?q=sister")).json().at("/withheld").intValue())
        .as("did not agree to be quoted")
        .isEqualTo(1);
    consent(maple, "quote_verbatim", "granted");
    Answer quoted = fine(researcher.get("/released/quotes?q=sister"));
    assertThat(quoted.text("items/0/text")).startsWith("My sister").doesNotContain("Oluwaseun");
    assertThat(quoted.whole().body()).doesNotContain(maple, march, "2026-03");
    assertThat(
            fine(researcher.get("/released/lines?q=sister&width=20"))
                .json()
                .at("/total")
                .intValue())
        .isEqualTo(1);
    assertThat(fine(researcher.get("/released/counts?q=sister")).json().at("/turns").isNull())
        .as("one client is too few to count")
        .isTrue();
    assertThat(researcher.get("/released/quotes?q=date:2026-03").status()).isEqualTo(400);
    assertThat(clinician.get("/released/quotes?q=sister").status()).isEqualTo(403);

    reviewed(reviewer, april);
    fine(officer.post("/sessions/" + april + "/release", "{}"));
    assertThat(corpus()).contains("stayed with you");
    fine(officer.delete("/sessions/" + april + "/release"));
    assertThat(corpus()).as("taken back").doesNotContain("stayed with you");

    consent(maple, "research", "refused");
    assertThat(corpus()).as("consent is gone").isEmpty();
    assertThat(researcher.get("/released/quotes?q=sister").json().at("/total").intValue()).isZero();
    assertThat(reviewer.get("/sessions/" + march + "/review").status()).isEqualTo(404);
    consent(maple, "research", "granted");
    assertThat(officer.get("/releases").json().at("/items/0/state").stringValue())
        .as("the review died with its key")
        .isEqualTo("undrafted");
  }

  @Test
  void aReviewerSeesWhyAndDecides() throws Exception {
    consent(maple, "research", "granted");
    String march = session(maple, MARCH, "2026-03-02");
    String april = session(maple, APRIL, "2026-04-06");
    fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    String review = "/sessions/" + march + "/review";
    Answer open = fine(reviewer.post(review, "{}"));
    assertThat(open.json().at("/turns/1/marks").toString())
        .contains("\"kind\":\"name\"", "\"standing\":\"masked\"");
    assertThat(open.json().at("/turns/1/marks/0/surrogate").stringValue()).isNotBlank();

    int at = MARCH.lines().toList().get(1).indexOf("house") - "C: ".length();
    String house = "{\"turn\":1,\"start\":%d,\"end\":%d,\"verdict\":".formatted(at, at + 5);
    assertThat(reviewer.post(review + "/decisions", house + "\"accept\"}").status())
        .as("nothing is marked there")
        .isEqualTo(400);
    assertThat(reviewer.post(review + "/decisions", house + "\"add\"}").text("detail"))
        .contains("kind");
    Answer added =
        fine(reviewer.post(review + "/decisions", house + "\"add\",\"kind\":\"place\"}"));
    assertThat(added.json().at("/turns/1/marks").toString())
        .contains("\"reason\":\"reviewer\",")
        .contains("\"standing\":\"accepted\"");
    assertThat(reviewer.get("/clients/" + maple + "/identity-card").text("places/0"))
        .isEqualTo("house");
    assertThat(
            reviewer
                .post("/sessions/" + april + "/review/decisions", house + "\"reject\"}")
                .status())
        .as("that one is not open")
        .isEqualTo(409);
    reviewed(reviewer, march);
    fine(officer.post("/sessions/" + march + "/release", "{}"));
    assertThat(corpus()).doesNotContain("house", "Oluwaseun").contains("My sister");
  }

  @Test
  void anApprovalOfAPageThatIsOutOfDateDoesNotCount() throws Exception {
    consent(maple, "research", "granted");
    String march = session(maple, MARCH, "2026-03-02");
    fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    String review = "/sessions/" + march + "/review";
    Api second = practice.as(AccountRole.REVIEWER);
    officer.post(
        "/ties",
        "{\"kind\":\"reviews\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(second.account(), maple));
    reviewed(second, march);
    Answer page = fine(reviewer.get(review));
    JsonNode mark = page.json().at("/turns/1/marks/0");
    String other =
        "{\"turn\":1,\"start\":%d,\"end\":%d,\"verdict\":\"reject\"}"
            .formatted(mark.get("start").intValue(), mark.get("end").intValue());
    fine(second.post(review + "/decisions", other));

    Answer late = approved(reviewer, march, page.text("version"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("detail")).contains("look at it again");
    Answer now = fine(reviewer.get(review));
    assertThat(now.json().at("/standing/approved").intValue()).isZero();
    assertThat(now.json().at("/approvedByYou").booleanValue()).isFalse();

    fine(approved(second, march));
    assertThat(fine(approved(reviewer, march, now.text("version"))).json().at("/standing/approved"))
        .as("another's approval changes nothing that was read")
        .hasToString("2");
  }

  @Test
  void aCorrectedTextIsNotThereUntilItIsReadAgain() throws Exception {
    consent(maple, "research", "granted");
    String march = session(maple, MARCH, "2026-03-02");
    fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    reviewed(reviewer, march);
    fine(officer.post("/sessions/" + march + "/release", "{}"));
    assertThat(corpus()).contains("How was the week");
    Answer corrected =
        clinician.post(
            "/sessions/" + march + "/corrections",
            "{\"turn\":2,\"start\":0,\"end\":3,\"said\":\"Well\"}");
    assertThat(corrected.status()).as(corrected.whole().body()).isLessThan(300);
    assertThat(corpus()).as("the released text is another").isEmpty();
    assertThat(officer.get("/releases").json().at("/items/0/current").booleanValue()).isFalse();
    assertThat(approved(reviewer, march).text("detail")).contains("draft");
    fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    reviewed(reviewer, march);
    fine(officer.post("/sessions/" + march + "/release", "{}"));
    assertThat(corpus()).contains("Well how was that");
  }

  @Test
  void twoReviewersWhereTheTalkCouldTell() throws Exception {
    consent(maple, "research", "granted");
    String march =
        session(maple, MARCH + "T: So?\nC: It was in the newspaper that week.\n", "2026-03-02");
    fine(reviewer.post("/clients/" + maple + "/drafts", "{}"));
    Answer once = reviewed(reviewer, march);
    assertThat(once.json().at("/standing/needed").intValue()).isEqualTo(2);
    assertThat(officer.post("/sessions/" + march + "/release", "{}").text("detail"))
        .contains("1 of 2 reviewers");
    Api second = practice.as(AccountRole.REVIEWER);
    assertThat(second.get("/sessions/" + march + "/review").status())
        .as("not yet asked to")
        .isEqualTo(404);
    officer.post(
        "/ties",
        "{\"kind\":\"reviews\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(second.account(), maple));
    reviewed(second, march);
    assertThat(officer.post("/sessions/" + march + "/release", "{}").text("state"))
        .isEqualTo("released");
  }

  @Test
  void aCardThatIsNoneIsRefused() throws Exception {
    String card = "/clients/" + maple + "/identity-card";
    assertThat(clinician.put(card, "{\"name\":[\"Otto\"]}").status()).isEqualTo(400);
    assertThat(clinician.put(card, "{\"names\":\"Otto\"}").status()).isEqualTo(400);
    assertThat(clinician.put(card, "{\"names\":[\"" + "o".repeat(301) + "\"]}").status())
        .isEqualTo(400);
    assertThat(clinician.get(card).json().at("/names")).isEmpty();
    assertThat(officer.get(card).status()).isEqualTo(404);
  }
}
