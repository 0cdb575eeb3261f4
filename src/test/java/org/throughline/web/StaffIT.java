package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Phone;
import org.throughline.web.Api.Answer;

/** A practice gets its people: the first administrator, those she invites, and their scripts. */
class StaffIT {

  private static final String PASSWORD = "quartz lantern over seven herons";

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  @Test
  void theFirstAdministratorComesInByAOneTimeSecret() throws Exception {
    String ticket = practice.server().accounts().firstAdminTicket().orElseThrow();
    Api nobody = practice.nobody();
    String setup = "{\"token\":\"" + ticket + "\",\"password\":\"%s\"}";
    assertThat(nobody.post("/setup", setup.formatted("short")).status()).isEqualTo(400);
    assertThat(nobody.post("/setup", setup.formatted("password1234")).text("detail"))
        .contains("too easy to guess");
    assertThat(
            nobody
                .post("/setup", setup.replace(ticket, "setup_made-up").formatted(PASSWORD))
                .status())
        .isEqualTo(401);
    Answer enrolled = nobody.post("/setup", setup.formatted(PASSWORD));
    assertThat(enrolled.status()).isEqualTo(201);
    assertThat(enrolled.text("totpAddress")).startsWith("otpauth://totp/Throughline:admin?secret=");
    assertThat(enrolled.text("totpPicture/path")).startsWith("M0 0h1v1h-1z");
    assertThat(nobody.post("/setup", setup.formatted(PASSWORD)).status()).isEqualTo(401);
    assertThat(practice.server().accounts().firstAdminTicket()).isEmpty();

    String login = "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\",\"code\":\"%s\"}";
    String code = new Phone(enrolled.text("totpSecret")).code();
    assertThat(nobody.post("/session", login.formatted(code)).text("roles/0")).isEqualTo("admin");
    assertThat(nobody.post("/session", login.formatted(code)).status()).isEqualTo(401);
    String recovery = enrolled.text("recoveryCodes/3");
    assertThat(nobody.post("/session", login.formatted(recovery)).status()).isEqualTo(200);
    assertThat(nobody.post("/session", login.formatted(recovery)).status()).isEqualTo(401);
  }

  @Test
  void anAdministratorInvitesTiesAndLocksOut() throws Exception {
    Api admin = practice.as(AccountRole.ADMIN);
    Api ada = practice.clinician();
    Answer invited = admin.post("/accounts", "{\"name\":\"eve\",\"roles\":[\"supervisor\"]}");
    assertThat(invited.text("token")).startsWith("setup_");
    assertThat(admin.post("/accounts", "{\"name\":\"eve\",\"roles\":[\"supervisor\"]}").status())
        .isEqualTo(409);
    String eve = invited.text("account/id");
    assertThat(admin.get("/accounts").json().findValuesAsString("name")).contains("eve");

    String supervises =
        "{\"kind\":\"supervises\",\"subject\":\"%s\",\"object\":\"%s\"}"
            .formatted(eve, ada.account());
    Answer tied = admin.post("/ties", supervises);
    assertThat(tied.status()).isEqualTo(201);
    assertThat(admin.post("/ties", supervises.replace("supervises", "treats")).status())
        .isEqualTo(400);
    assertThat(admin.delete("/ties/" + tied.text("id")).status()).isEqualTo(204);
    assertThat(admin.get("/ties").json().at("/items/0/to").isNull()).isFalse();

    assertThat(ada.get("/session").status()).isEqualTo(200);
    assertThat(admin.put("/accounts/" + ada.account() + "/state", "{\"disabled\":true}").status())
        .isEqualTo(200);
    assertThat(ada.get("/session").status()).isEqualTo(401);
    for (String path : List.of("/accounts", "/ties")) {
      assertThat(practice.clinician().get(path).status()).isEqualTo(403);
    }
  }

  @Test
  void nobodyGivesThemselvesARoleOrAClient() throws Exception {
    Api admin = practice.as(AccountRole.ADMIN);
    String client = practice.clinician().post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    String own = admin.account();
    assertThat(admin.put("/accounts/" + own + "/roles", "{\"roles\":[\"clinician\"]}").status())
        .isEqualTo(400);
    assertThat(
            admin
                .post(
                    "/ties",
                    "{\"kind\":\"treats\",\"subject\":\"%s\",\"object\":\"%s\"}"
                        .formatted(own, client))
                .status())
        .isEqualTo(400);
    assertThat(admin.get("/clients").status()).isEqualTo(403);
    assertThat(admin.get("/clients/" + client).status()).isEqualTo(404);
  }

  @Test
  void aScriptDoesWhatItsTokenListsAndNothingThatAsksForAProof() throws Exception {
    Api ada = practice.as(AccountRole.CLINICIAN, AccountRole.ADMIN);
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    String token =
        ada.post(
                "/account/tokens",
                "{\"name\":\"nightly\",\"actions\":[\"read_client\",\"manage_accounts\"],"
                    + "\"days\":30}")
            .text("token");
    Api script = practice.script(token);
    assertThat(script.get("/clients/" + client).text("pseudonym")).isEqualTo("Otter");
    assertThat(script.get("/clients/" + client + "/consents").status()).isEqualTo(403);
    assertThat(script.post("/clients", "{\"pseudonym\":\"Mink\"}").status()).isEqualTo(403);
    assertThat(script.get("/accounts").status()).isEqualTo(403);
    assertThat(script.get("/account/tokens").status()).isEqualTo(403);
    assertThat(
            ada.post(
                    "/account/tokens",
                    "{\"name\":\"for ever\",\"actions\":[\"read_client\"],\"days\":400}")
                .status())
        .isEqualTo(400);

    assertThat(ada.get("/account/tokens/actions").whole().body())
        .as("what some route asks for, and nothing that takes a fresh proof")
        .contains("\"add_entry\"", "\"read_codebooks\"")
        .doesNotContain("export_client", "manage_accounts", "list_clients", "keep_own_account");
    assertThat(script.get("/account/tokens/actions").status()).isEqualTo(403);
    assertThat(script.delete("/session/others").status()).isEqualTo(403);

    String id = ada.get("/account/tokens").text("items/0/id");
    assertThat(ada.delete("/account/tokens/" + id).status()).isEqualTo(204);
    assertThat(script.get("/clients/" + client).status()).isEqualTo(401);
    assertThat(ada.delete("/account/tokens/" + id).status()).isEqualTo(404);
  }

  @Test
  void aNewPasswordEndsTheOtherLogins() throws Exception {
    Api ada = practice.clinician();
    String change = "{\"password\":\"%s\",\"newPassword\":\"four otters under a wet umbrella\"}";
    assertThat(ada.put("/account/password", change.formatted("not the password")).status())
        .isEqualTo(401);
    Api elsewhere = ada.again();
    assertThat(elsewhere.get("/session").status()).isEqualTo(200);
    assertThat(ada.put("/account/password", change.formatted(PASSWORD)).status()).isEqualTo(204);
    assertThat(elsewhere.get("/session").status()).isEqualTo(401);
    assertThat(ada.get("/session").status()).isEqualTo(200);
  }
}
