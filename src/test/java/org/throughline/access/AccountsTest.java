package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.access.Accounts.Enrolment;
import org.throughline.access.Accounts.LoggedIn;
import org.throughline.access.Accounts.Refused;
import org.throughline.access.Accounts.TooMany;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.DiskScan;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;
import org.throughline.record.Tie;

class AccountsTest {

  private static final String PASSWORD = "lantern orchard quietly seven";
  private static final AccountSettings SETTINGS =
      new AccountSettings(true, Duration.ofMinutes(15), Duration.ofHours(10), 19_456);

  @TempDir Path folder;
  private final Hours clock = new Hours();
  private Store store;
  private Accounts accounts;

  @BeforeEach
  void open() {
    store = Store.open(StoreSettings.in(folder.resolve("data")), clock);
    accounts = new Accounts(store, clock, SETTINGS, new Rates(clock));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Enrolment admin() {
    return accounts.setUp(accounts.firstAdminTicket().orElseThrow(), PASSWORD).orElseThrow();
  }

  private String code(Enrolment enrolment) {
    return OneTimePasswords.at(enrolment.totpSecret(), clock.instant());
  }

  private LoggedIn login(Enrolment enrolment) {
    return (LoggedIn) accounts.login(enrolment.name(), PASSWORD, code(enrolment), "127.0.0.1");
  }

  @Test
  void theFirstAdministratorComesInByAOneTimeTicketAndNobodyAfter() {
    String ticket = accounts.firstAdminTicket().orElseThrow();
    String newer = accounts.firstAdminTicket().orElseThrow();

    assertThat(accounts.setUp(ticket, PASSWORD)).as("an earlier ticket").isEmpty();
    assertThat(accounts.setUp(newer, PASSWORD)).isPresent();
    assertThat(accounts.setUp(newer, PASSWORD)).as("used twice").isEmpty();
    assertThat(accounts.firstAdminTicket()).isEmpty();
  }

  @Test
  void aTicketIsGoodForADay() {
    String ticket = accounts.firstAdminTicket().orElseThrow();
    clock.pass(Duration.ofHours(24));
    assertThat(accounts.setUp(ticket, PASSWORD)).isEmpty();
  }

  @Test
  void aLoginTakesPasswordAndCode() {
    Enrolment admin = admin();
    assertThat(accounts.login("admin", PASSWORD, "000000", "a")).isInstanceOf(Refused.class);
    assertThat(accounts.login("admin", "lantern orchard quietly six", code(admin), "a"))
        .isInstanceOf(Refused.class);
    assertThat(accounts.login("nobody", PASSWORD, code(admin), "a")).isInstanceOf(Refused.class);

    LoggedIn in = login(admin);
    assertThat(accounts.principal(in.secret())).contains(in.who());
    assertThat(in.who().roles()).containsExactly(AccountRole.ADMIN);
    accounts.logout(in.secret());
    assertThat(accounts.principal(in.secret())).isEmpty();
  }

  @Test
  void aCodeIsGoodOnce() {
    Enrolment admin = admin();
    String code = code(admin);
    assertThat(accounts.login("admin", PASSWORD, code, "a")).isInstanceOf(LoggedIn.class);
    assertThat(accounts.login("admin", PASSWORD, code, "a")).isInstanceOf(Refused.class);
    String recovery = admin.recoveryCodes().get(3);
    assertThat(accounts.login("admin", PASSWORD, recovery, "a")).isInstanceOf(LoggedIn.class);
    assertThat(accounts.login("admin", PASSWORD, recovery, "a")).isInstanceOf(Refused.class);
  }

  @Test
  void theSixthTryInAQuarterOfAnHourWaits() {
    Enrolment admin = admin();
    for (int i = 0; i < 5; i++) {
      assertThat(accounts.login("admin", "wrong", "000000", "a" + i)).isInstanceOf(Refused.class);
    }
    assertThat(accounts.login("admin", PASSWORD, code(admin), "b")).isInstanceOf(TooMany.class);
    clock.pass(Duration.ofMinutes(4));
    assertThat(accounts.login("admin", PASSWORD, code(admin), "b")).isInstanceOf(LoggedIn.class);
  }

  @Test
  void aLoginEndsByItself() {
    Enrolment admin = admin();
    LoggedIn idle = login(admin);
    clock.pass(Duration.ofMinutes(16));
    assertThat(accounts.principal(idle.secret())).isEmpty();

    LoggedIn busy = login(admin);
    for (int minutes = 0; minutes < 600; minutes += 10) {
      clock.pass(Duration.ofMinutes(10));
      assertThat(accounts.principal(busy.secret())).isPresent();
    }
    clock.pass(Duration.ofMinutes(10));
    assertThat(accounts.principal(busy.secret())).as("after ten hours").isEmpty();
  }

  @Test
  void aProofIsFreshForFiveMinutes() {
    Enrolment admin = admin();
    LoggedIn in = login(admin);
    clock.pass(Duration.ofMinutes(6));
    assertThat(accounts.principal(in.secret()).orElseThrow().isProved(clock.instant())).isFalse();
    assertThat(accounts.prove(in.secret(), "000000")).isFalse();
    assertThat(accounts.prove(in.secret(), code(admin))).isTrue();
    assertThat(accounts.principal(in.secret()).orElseThrow().isProved(clock.instant())).isTrue();
  }

  @Test
  void aChangeOfRolesAndALockOutBiteAtOnce() {
    Enrolment admin = admin();
    LoggedIn in = login(admin);
    Actor by = in.who().as("accounts");
    store.registry().setRoles(by, in.who().account(), Set.of("researcher"));
    assertThat(accounts.principal(in.secret()).orElseThrow().roles())
        .containsExactly(AccountRole.RESEARCHER);
    store.registry().setDisabled(by, in.who().account(), true);
    assertThat(accounts.principal(in.secret())).isEmpty();
  }

  @Test
  void aTokenDoesWhatItListsUntilItEnds() {
    Principal who = login(admin()).who();
    String token =
        accounts.issueToken(who, "nightly", Set.of(Action.READ_AUDIT), Duration.ofDays(30));

    Principal script = accounts.tokenPrincipal(token).orElseThrow();
    assertThat(script.only()).containsExactly(Action.READ_AUDIT);
    assertThat(accounts.principal(token)).as("is no cookie").isEmpty();
    Access access = new Access(store, clock);
    assertThat(access.can(script, Action.READ_AUDIT)).isInstanceOf(Verdict.Allowed.class);
    assertThat(access.can(script, Action.BACK_UP)).isInstanceOf(Verdict.Forbidden.class);

    clock.pass(Duration.ofDays(30));
    assertThat(accounts.tokenPrincipal(token)).isEmpty();
  }

  @Test
  void weakPasswordsAreRefusedWithTheReason() {
    String ticket = accounts.firstAdminTicket().orElseThrow();
    assertThatThrownBy(() -> accounts.setUp(ticket, "short"))
        .hasMessage("a password has at least 12 characters");
    assertThatThrownBy(() -> accounts.setUp(ticket, "password1234"))
        .hasMessageStartingWith("this password is too easy to guess");
    assertThat(accounts.setUp(ticket, PASSWORD)).as("the ticket is still good").isPresent();
  }

  @Test
  void noSecretIsOnDiskInClear() {
    Enrolment admin = admin();
    LoggedIn in = login(admin);
    String token =
        accounts.issueToken(in.who(), "x", Set.of(Action.READ_AUDIT), Duration.ofDays(1));
    store.close();
    open();
    assertThat(
            DiskScan.found(
                folder,
                List.of(
                    PASSWORD,
                    admin.totpSecret(),
                    in.secret(),
                    token,
                    admin.recoveryCodes().get(0))))
        .isEmpty();
  }

  @Test
  void aSupervisorFindsExactlyTheClientsWhoAgreed() {
    Actor by = Actor.program("test");
    String clinician = store.registry().add(by, "ada", Set.of("clinician")).id();
    var supervisor = store.registry().add(by, "sol", Set.of("supervisor"));
    Client agreed = store.clients().add(by, "Maple", List.of(), clinician, null);
    Client silent = store.clients().add(by, "Birch", List.of(), clinician, null);
    for (Client client : List.of(agreed, silent)) {
      grant(by, client, Scope.TREATMENT_ANALYSIS);
    }
    grant(by, agreed, Scope.SUPERVISION);
    Principal who =
        new Principal(supervisor.id(), "sol", Set.of(AccountRole.SUPERVISOR), null, null);
    Access access = new Access(store, clock);

    assertThat(access.clients(who, Action.SEARCH_QUOTES)).isEmpty();
    Tie tie = store.registry().tie(by, Tie.Kind.SUPERVISES, supervisor.id(), clinician);
    assertThat(access.clients(who, Action.SEARCH_QUOTES))
        .containsOnly(Map.entry(agreed.id(), View.PARAPHRASE));
    grant(by, agreed, Scope.QUOTE_VERBATIM);
    assertThat(access.clients(who, Action.SEARCH_QUOTES))
        .containsOnly(Map.entry(agreed.id(), View.TAGGED));
    assertThat(access.can(who, Action.READ_CLIENT, silent.id()))
        .isEqualTo(access.can(who, Action.READ_CLIENT, "0".repeat(32)));
    store.registry().untie(by, tie.id());
    assertThat(access.clients(who, Action.SEARCH_QUOTES)).isEmpty();
  }

  private void grant(Actor by, Client client, Scope scope) {
    store.consents().record(by, client.id(), scope, NewConsent.granted(clock.instant()));
  }
}
