package org.throughline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Verdict.Allowed;
import org.throughline.record.AccountRecord;
import org.throughline.record.AccountRecord.Proof;
import org.throughline.record.Actor;
import org.throughline.record.Login;
import org.throughline.record.Store;
import org.throughline.record.Ticket;

/** Accounts, and how people and scripts prove which one is theirs. */
public final class Accounts {

  /** What came of a login. */
  public sealed interface LoginResult {}

  /**
   * Logged in.
   *
   * @param secret for the cookie; it is nowhere else
   */
  public record LoggedIn(String secret, Principal who) implements LoginResult {

    @Override
    public String toString() {
      return "LoggedIn[" + who.account() + "]";
    }
  }

  /** Name, password or code is wrong; which one is nobody's business. */
  public record Refused() implements LoginResult {}

  /** Too many tries. */
  public record TooMany(Duration retryAfter) implements LoginResult {}

  /**
   * What someone sees once when they have set their password.
   *
   * @param totpSecret for the phone app, base32
   * @param totpAddress the same as an address to scan
   * @param recoveryCodes each logs in once when the phone is lost
   */
  public record Enrolment(
      String name, String totpSecret, String totpAddress, List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "Enrolment[" + name + "]";
    }
  }

  /** A ticket to set up an account with, good for a day. */
  private static final Duration SETUP = Duration.ofHours(24);

  private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
  private static final Actor SELF = Actor.program("accounts");

  private final Store store;
  private final Clock clock;
  private final AccountSettings settings;
  private final Rates rates;
  private final Passwords passwords;

  public Accounts(Store store, Clock clock, AccountSettings settings, Rates rates) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.rates = rates;
    this.passwords = new Passwords(settings.argonMemory());
  }

  /** Whether a login takes a code besides the password. */
  public boolean asksForCode() {
    return settings.secondFactor();
  }

  /**
   * A one-time secret for the first administrator, "admin", as long as nobody has used one; print
   * it at the start. An earlier one stops working.
   */
  public Optional<String> firstAdminTicket() {
    Optional<AccountRecord> admin = store.registry().named("admin");
    if (admin.isEmpty()) {
      return store.registry().accounts().isEmpty()
          ? Optional.of(invite(SELF, "admin", Set.of(AccountRole.ADMIN)))
          : Optional.empty();
    }
    boolean setUp = store.registry().proof(admin.get().id()).password() != null;
    return setUp ? Optional.empty() : Optional.of(ticket(SELF, admin.get().id()));
  }

  /**
   * Enters an account.
   *
   * @return a one-time secret with which its owner sets the password within a day
   */
  public String invite(Actor by, String name, Set<AccountRole> roles) {
    AccountRecord account = store.registry().add(by, name, ids(roles));
    return ticket(by, account.id());
  }

  /** A new one-time secret for an account whose owner has lost password or phone. */
  public String inviteAgain(Actor by, String account) {
    return ticket(by, account);
  }

  /**
   * Sets the password that a one-time secret allows to set, and enrols a phone app.
   *
   * @return empty if the secret is not good, or no longer
   * @throws IllegalArgumentException if the password is too short or easily guessed
   */
  public Optional<Enrolment> setUp(String secret, String password) {
    requireGood(password);
    Ticket ticket = good(secret, Ticket.Kind.SETUP).orElse(null);
    if (ticket == null || !store.tickets().endTicket(SELF, ticket.id())) {
      return Optional.empty();
    }
    AccountRecord account = store.registry().find(ticket.account()).orElseThrow();
    String totp = OneTimePasswords.freshSecret();
    List<String> codes = Secrets.recoveryCodes();
    Proof before = store.registry().proof(account.id());
    Proof after =
        new Proof(passwords.hash(password), 0, totp, codes.stream().map(Secrets::hash).toList());
    store.registry().setProof(SELF, "account.set_up", account.id(), before, after);
    return Optional.of(enrolment(account, totp, codes));
  }

  private static Enrolment enrolment(AccountRecord account, String totp, List<String> codes) {
    return new Enrolment(
        account.name(), totp, OneTimePasswords.address(account.name(), totp), codes);
  }

  /**
   * Enters an account that can log in at once with a password alone: for the demo.
   *
   * @throws IllegalStateException where a second factor is asked for
   */
  public AccountRecord addForDemo(String name, Set<AccountRole> roles, String password) {
    if (settings.secondFactor()) {
      throw new IllegalStateException("accounts without a second factor are for the demo only");
    }
    AccountRecord account = store.registry().add(SELF, name, ids(roles));
    Proof before = store.registry().proof(account.id());
    Proof after = new Proof(passwords.hash(password), 0, null, List.of());
    store.registry().setProof(SELF, "account.set_up", account.id(), before, after);
    return account;
  }

  /**
   * Logs in.
   *
   * @param code from the phone app, or a recovery code; not looked at where no second factor is
   *     asked for
   * @param address where the request comes from, for counting tries
   */
  public LoginResult login(String name, String password, String code, String address) {
    Optional<Duration> wait =
        rates
            .take(Rates.Limit.LOGIN_FROM_ADDRESS, address)
            .or(() -> rates.take(Rates.Limit.LOGIN_OF_ACCOUNT, name));
    if (wait.isPresent()) {
      return new TooMany(wait.get());
    }
    AccountRecord account = store.registry().named(name).orElse(null);
    Proof proof = account == null ? null : store.registry().proof(account.id());
    boolean right = passwords.matches(password, proof == null ? null : proof.password());
    if (account == null || proof == null || !right || account.disabled()) {
      store.audit().record(SELF, "login.refused", null, null, account == null ? "" : account.id());
      return new Refused();
    }
    if (settings.secondFactor() && !useCode(account, proof, code)) {
      store.audit().record(SELF, "login.refused", null, null, account.id());
      return new Refused();
    }
    return begin(account, true);
  }

  /** Logs somebody in of whom it is known who they are. */
  LoggedIn begin(AccountRecord account, boolean proved) {
    String secret = Secrets.fresh("");
    Actor by = new Actor(account.id(), "account", "login");
    Login login = store.tickets().begin(by, Secrets.hash(secret), account.id(), proved);
    return new LoggedIn(secret, principal(account, login.proved(), null));
  }

  /** Who holds this login; empty if it has ended or never was. Counts as a sign of life. */
  public Optional<Principal> principal(String secret) {
    Instant now = clock.instant();
    Login login = store.tickets().login(Secrets.hash(secret)).orElse(null);
    if (login == null
        || now.isAfter(login.seen().plus(settings.idle()))
        || now.isAfter(login.begun().plus(settings.longest()))) {
      return Optional.empty();
    }
    if (now.isAfter(login.seen().plusSeconds(30))) {
      store.tickets().seen(login.hash(), now);
    }
    return active(login.account()).map(account -> principal(account, login.proved(), null));
  }

  /**
   * Proves once more who holds a login, for acts that ask for it.
   *
   * @param code from the phone app; the password where no second factor is asked for
   */
  public boolean prove(String secret, String code) {
    Principal who = principal(secret).orElse(null);
    if (who == null || rates.take(Rates.Limit.PROOF, who.account()).isPresent()) {
      return false;
    }
    AccountRecord account = store.registry().find(who.account()).orElseThrow();
    Proof proof = store.registry().proof(account.id());
    boolean right =
        settings.secondFactor()
            ? useCode(account, proof, code)
            : passwords.matches(code, proof.password());
    if (right) {
      store.tickets().proved(who.as("login"), Secrets.hash(secret));
    }
    return right;
  }

  /**
   * Changes someone's own password; their other logins end.
   *
   * @param secret of the login that stays
   * @return false if the present password is wrong, or was tried too often
   * @throws IllegalArgumentException if the new password is too short or easily guessed
   */
  public boolean changePassword(Principal who, String secret, String present, String fresh) {
    requireGood(fresh);
    Proof proof = store.registry().proof(who.account());
    if (rates.take(Rates.Limit.PROOF, who.account()).isPresent()
        || !passwords.matches(present, proof.password())) {
      return false;
    }
    Proof after =
        new Proof(passwords.hash(fresh), proof.totpStep(), proof.totpSecret(), proof.recovery());
    Actor by = who.as("account");
    boolean changed = store.registry().setProof(by, "password.change", who.account(), proof, after);
    if (changed) {
      store.tickets().endOthers(by, who.account(), Secrets.hash(secret));
    }
    return changed;
  }

  /**
   * Enrols another phone app in the place of the present one, with new recovery codes.
   *
   * @param code from the present phone app, or a recovery code
   * @return empty if password or code is wrong, or was tried too often
   */
  public Optional<Enrolment> newPhone(Principal who, String password, String code) {
    AccountRecord account = store.registry().find(who.account()).orElseThrow();
    Proof proof = store.registry().proof(account.id());
    if (rates.take(Rates.Limit.PROOF, account.id()).isPresent()
        || !passwords.matches(password, proof.password())
        || (settings.secondFactor() && !useCode(account, proof, code))) {
      return Optional.empty();
    }
    String totp = OneTimePasswords.freshSecret();
    List<String> codes = Secrets.recoveryCodes();
    Proof before = store.registry().proof(account.id());
    Proof after = new Proof(before.password(), 0, totp, codes.stream().map(Secrets::hash).toList());
    return store.registry().setProof(who.as("account"), "phone.change", account.id(), before, after)
        ? Optional.of(enrolment(account, totp, codes))
        : Optional.empty();
  }

  /**
   * Ends all logins of an account but the one at hand: for a machine that was lost or left open.
   *
   * @param secret of the login that stays
   */
  public void logoutElsewhere(Principal who, String secret) {
    store.tickets().endOthers(who.as("login"), who.account(), Secrets.hash(secret));
  }

  public void logout(String secret) {
    principal(secret).ifPresent(who -> store.tickets().end(who.as("login"), Secrets.hash(secret)));
  }

  /**
   * A token for a script of someone's own; it can do at most what they can, and nothing that asks
   * for a fresh proof.
   *
   * @return the secret; it is nowhere else
   */
  public String issueToken(Principal who, String name, Set<Action> actions, Duration life) {
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_TOKEN) > 0) {
      throw new IllegalArgumentException("a token lives for up to 366 days");
    }
    if (actions.isEmpty() || who.only() != null) {
      throw new IllegalArgumentException("a token lists what it may do, and is made by a person");
    }
    String secret = Secrets.fresh("tl_");
    store
        .tickets()
        .issue(
            who.as("account"),
            Ticket.Kind.API,
            Secrets.hash(secret),
            who.account(),
            name,
            actions.stream().map(Action::id).collect(Collectors.toUnmodifiableSet()),
            clock.instant().plus(life));
    return secret;
  }

  /** What a token of this person's could do: nothing that asks for a fresh proof. */
  public List<Action> tokenActions(Principal who) {
    Principal script = new Principal(who.account(), who.name(), who.roles(), null, null);
    return Arrays.stream(Action.values())
        .filter(action -> action != Action.KEEP_OWN_ACCOUNT)
        .filter(
            action ->
                Policy.EVERYONE.contains(action)
                    || Authorizer.ever(script, action, clock.instant()) instanceof Allowed)
        .toList();
  }

  /** Whose token it is; empty if it has ended or never was. */
  public Optional<Principal> tokenPrincipal(String secret) {
    return good(secret, Ticket.Kind.API)
        .flatMap(
            ticket ->
                active(ticket.account())
                    .map(
                        account ->
                            principal(
                                account,
                                null,
                                ticket.actions().stream()
                                    .map(Action::of)
                                    .collect(Collectors.toUnmodifiableSet()))));
  }

  /** Someone's own tokens, ended ones too. */
  public List<Ticket> tokens(Principal who) {
    return store.tickets().tickets(who.account()).stream()
        .filter(ticket -> ticket.kind() == Ticket.Kind.API)
        .toList();
  }

  /** Ends one of someone's own tokens. */
  public boolean revokeToken(Principal who, String ticket) {
    boolean own =
        store.tickets().tickets(who.account()).stream().anyMatch(t -> t.id().equals(ticket));
    return own && store.tickets().endTicket(who.as("account"), ticket);
  }

  private String ticket(Actor by, String account) {
    for (Ticket earlier : store.tickets().tickets(account)) {
      if (earlier.kind() == Ticket.Kind.SETUP && earlier.ended() == null) {
        store.tickets().endTicket(by, earlier.id());
      }
    }
    String secret = Secrets.fresh("setup_");
    Instant expires = clock.instant().plus(SETUP);
    store
        .tickets()
        .issue(by, Ticket.Kind.SETUP, Secrets.hash(secret), account, "setup", Set.of(), expires);
    return secret;
  }

  private Optional<Ticket> good(String secret, Ticket.Kind kind) {
    return store
        .tickets()
        .ticket(Secrets.hash(secret))
        .filter(ticket -> ticket.kind() == kind && ticket.holds(clock.instant()));
  }

  /** Uses up a one-time password or a recovery code; of two who try the same one, one wins. */
  private boolean useCode(AccountRecord account, Proof proof, String code) {
    Actor by = new Actor(account.id(), "account", "login");
    String totp = proof.totpSecret();
    OptionalLong step =
        totp == null
            ? OptionalLong.empty()
            : OneTimePasswords.step(totp, code, clock.instant(), proof.totpStep());
    if (step.isPresent()) {
      Proof used = new Proof(proof.password(), step.getAsLong(), totp, proof.recovery());
      return store.registry().setProof(by, "code.used", account.id(), proof, used);
    }
    String hash = Secrets.hash(code.strip());
    if (!proof.recovery().contains(hash)) {
      return false;
    }
    List<String> left = proof.recovery().stream().filter(other -> !other.equals(hash)).toList();
    Proof used = new Proof(proof.password(), proof.totpStep(), totp, left);
    return store.registry().setProof(by, "recovery_code.used", account.id(), proof, used);
  }

  private Optional<AccountRecord> active(String account) {
    return store.registry().find(account).filter(found -> !found.disabled());
  }

  private static Principal principal(
      AccountRecord account, @Nullable Instant proved, @Nullable Set<Action> only) {
    Set<AccountRole> roles =
        account.roles().stream().map(AccountRole::of).collect(Collectors.toUnmodifiableSet());
    return new Principal(account.id(), account.name(), roles, proved, only);
  }

  private static Set<String> ids(Set<AccountRole> roles) {
    return roles.stream().map(AccountRole::id).collect(Collectors.toUnmodifiableSet());
  }

  private static void requireGood(String password) {
    Passwords.fault(password)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
  }
}
