package org.throughline.web.page;

import java.time.Clock;
import java.util.Set;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.access.Accounts;
import org.throughline.access.Rates;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ClientView;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.record.Registry;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;
import org.throughline.record.Tie;

/** Who works in the demo's practice: one of each role, with one password. */
final class People {

  static final String CLINICIAN = "ada";
  static final String SUPERVISOR = "sol";
  static final String RESEARCHER = "rune";
  static final String SECOND_CODER = "noa";
  static final String REVIEWER = "remy";
  static final String ADMIN = "ines";
  static final String OFFICER = "kim";
  static final String PASSWORD = "quartz lantern over seven herons";

  private People() {}

  /** Enters them; the clinician treats every client there is, and is supervised. */
  static void enter(StoreSettings settings, Desk desk) {
    Accounts accounts = desk.house().accounts(AccountSettings.DEMO, new Rates(Clock.systemUTC()));
    AccountRecord clinician = add(accounts, CLINICIAN, AccountRole.CLINICIAN);
    AccountRecord supervisor = add(accounts, SUPERVISOR, AccountRole.SUPERVISOR);
    add(accounts, RESEARCHER, AccountRole.RESEARCHER);
    add(accounts, SECOND_CODER, AccountRole.RESEARCHER);
    add(accounts, ADMIN, AccountRole.ADMIN);
    AccountRecord reviewer = add(accounts, REVIEWER, AccountRole.REVIEWER);
    add(accounts, OFFICER, AccountRole.PRIVACY_OFFICER);
    Actor by = Actor.program("demo");
    try (Store store = Store.open(settings)) {
      Registry registry = store.registry();
      for (ClientView client : desk.clients(by)) {
        registry.tie(by, Tie.Kind.TREATS, clinician.id(), client.id());
        registry.tie(by, Tie.Kind.REVIEWS, reviewer.id(), client.id());
      }
      registry.tie(by, Tie.Kind.SUPERVISES, supervisor.id(), clinician.id());
    }
  }

  /** The clinician treats one client more. */
  static void treat(StoreSettings settings, String client) {
    try (Store store = Store.open(settings)) {
      String clinician = store.registry().named(CLINICIAN).orElseThrow().id();
      store.registry().tie(Actor.program("demo"), Tie.Kind.TREATS, clinician, client);
    }
  }

  private static AccountRecord add(Accounts accounts, String name, AccountRole role) {
    return accounts.addForDemo(name, Set.of(role), PASSWORD);
  }
}
