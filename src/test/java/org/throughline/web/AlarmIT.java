package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.access.Breadth;

/** Who looks at hundreds of clients within an hour is written down; the work goes on. */
class AlarmIT {

  @RegisterExtension final OpenPractice practice = OpenPractice.inAHurry();

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

  private static void look(Api ada) throws Exception {
    String client = ada.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    assertThat(ada.get("/clients/" + client).status()).isEqualTo(200);
  }

  private static String log(Api officer) throws Exception {
    return officer.get("/audit?limit=100").whole().body();
  }
}
