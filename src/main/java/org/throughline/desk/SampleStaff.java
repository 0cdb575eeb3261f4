package org.throughline.desk;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.access.Accounts;
import org.throughline.access.Rates;
import org.throughline.access.Staff;
import org.throughline.desk.view.ClientView;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.record.Scope;
import org.throughline.record.Tie;

/** The five people of the sample practice, who log in with a password alone. */
public final class SampleStaff {

  private static final Actor BY = Actor.program("demo");
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private SampleStaff() {}

  /** An account of the demo, as printed. */
  public record SampleAccount(String name, String password, String what) {
    /** Never the password. */
    @Override
    public String toString() {
      return "SampleAccount[" + what + "]";
    }
  }

  /** Enters the accounts: one treats all the clients, one supervises her, one reviews. */
  public static List<SampleAccount> enter(House house, List<ClientView> clients) {
    Accounts accounts =
        house.accounts(AccountSettings.DEMO, new Rates(java.time.Clock.systemUTC()));
    Staff staff = house.staff(accounts);
    List<SampleAccount> entered = new ArrayList<>();
    AccountRecord clinician =
        add(accounts, entered, "lind", "treats the three clients", AccountRole.CLINICIAN);
    for (ClientView client : clients) {
      staff.tie(BY, Tie.Kind.TREATS, clinician.id(), client.id());
    }
    AccountRecord supervisor =
        add(accounts, entered, "berg", "supervises lind", AccountRole.SUPERVISOR);
    staff.tie(BY, Tie.Kind.SUPERVISES, supervisor.id(), clinician.id());
    AccountRecord reviewer =
        add(
            accounts,
            entered,
            "moss",
            "reviews for research those who agreed to it",
            AccountRole.REVIEWER);
    for (ClientView client : clients) {
      if (client.consents().contains(Scope.RESEARCH.id())) {
        staff.tie(BY, Tie.Kind.REVIEWS, reviewer.id(), client.id());
      }
    }
    add(accounts, entered, "reed", "studies released text", AccountRole.RESEARCHER);
    add(
        accounts,
        entered,
        "admin",
        "keeps accounts, consents, the audit log, erasure",
        AccountRole.ADMIN,
        AccountRole.PRIVACY_OFFICER);
    return entered;
  }

  private static AccountRecord add(
      Accounts accounts,
      List<SampleAccount> entered,
      String name,
      String what,
      AccountRole... roles) {
    String password = password();
    AccountRecord account = accounts.addForDemo(name, Set.of(roles), password);
    String role =
        String.join(" and ", Set.of(roles).stream().map(AccountRole::id).sorted().toList());
    entered.add(
        new SampleAccount(
            name, password, role.replace('_', ' ').toLowerCase(Locale.ROOT) + ": " + what));
    return account;
  }

  /** Twelve letters and digits that are read out easily: 59 bits, made afresh for each demo. */
  private static String password() {
    var random = new SecureRandom();
    var password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
